"""Reads from a cluster with the user's kubectl, which knows every kind of kubeconfig and login."""

import json
import math
import re
import shutil
import subprocess
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import NamedTuple

import click

from function.base.manifest import Json
from function.base.printable import printable
from function.base.problems import describe, shown
from function.yaml.composer import DEPTH_MAX

_AT_ONCE = 8
_GRACE = 5
"""Seconds that kubectl has to report its own timeout, and to log in."""
_ANSWERED = "Error from server ("
_NOT_FOUND = f"{_ANSWERED}NotFound)"
_NAMESPACE = re.compile(r"[a-z0-9](?:[-a-z0-9]{0,62})")


class ClusterError(click.ClickException):
    """The cluster cannot be read; the text is for the user."""


class Answer(NamedTuple):
    """What the API server returned: None if there is nothing at the path, or if it refuses, then with the reason."""

    document: Json
    refused: str = ""


@dataclass(frozen=True, kw_only=True)
class Kubectl:
    """The program, the flags that select the cluster, and the seconds that a request may take.

    `instead` says how the command reads an export.
    """

    program: str
    flags: tuple[str, ...]
    seconds: int
    instead: str

    def namespace(self) -> str:
        """Return the namespace of the context in use; raises ClusterError if it cannot be one."""
        view = ("config", "view", "--minify", "--output=jsonpath={.contexts[0].context.namespace}")
        found = self._run(*view).stdout.strip() or "default"  # within a pod, there is no context
        if not is_namespace(found):
            wrong = "the namespace of the kubeconfig's context must be a valid Kubernetes name"
            raise ClusterError(describe(wrong, got=shown(found), hint="correct it, or set --namespace"))
        return found

    def read(self, paths: Iterable[str]) -> list[Answer]:
        """Read several paths at once, and return the answers in their order; raises ClusterError."""
        with ThreadPoolExecutor(_AT_ONCE) as pool:
            return list(pool.map(self._get, paths))

    def _get(self, path: str) -> Answer:
        done = self._run("get", "--raw", path, f"--request-timeout={self.seconds}s")
        if done.returncode == 0:
            return Answer(_parsed(done.stdout, path))
        error = _reported(done.stderr)
        if error.startswith(_NOT_FOUND):
            return Answer(None)
        if error.startswith(_ANSWERED):
            return Answer(None, error.removeprefix("Error from server "))
        reason = error.removeprefix("error: ") or f"kubectl exited with {done.returncode}"
        raise ClusterError(
            describe(f"cannot read the cluster: {printable(reason).rstrip('.?')}", hint=_offline(self.instead))
        )

    def _run(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        command = [self.program, *arguments, *self.flags]
        try:
            return subprocess.run(  # noqa: S603 - a list of arguments, and the user's own kubectl
                command,
                stdin=subprocess.DEVNULL,
                capture_output=True,
                encoding="utf-8",
                errors="replace",
                timeout=self.seconds + _GRACE,
                check=False,
            )
        except subprocess.TimeoutExpired:
            raise ClusterError(f"cannot read the cluster: kubectl took more than {self.seconds + _GRACE} s") from None
        except OSError as error:
            raise ClusterError(f"cannot run {printable(self.program)}: {error.strerror}") from None


def is_namespace(text: str) -> bool:
    """Return whether a text can be the name of a namespace."""
    return _NAMESPACE.fullmatch(text) is not None


def _reported(errors: str) -> str:
    """Return the error in what kubectl prints: warnings of its own, and texts of login plug-ins, may surround it."""
    lines = errors.strip().splitlines()
    return next((line for line in lines if line.startswith(_ANSWERED)), lines[-1] if lines else "")


def _parsed(text: str, path: str) -> Json:
    try:
        document: Json = json.loads(text, parse_float=_finite, parse_constant=_finite)
    except ValueError:
        raise ClusterError(f"the cluster's answer to {path} is not JSON") from None
    except RecursionError:
        raise ClusterError(_too_deep(path)) from None
    level = [document]
    for _ in range(DEPTH_MAX):
        level = [item for found in level for item in _below(found) if isinstance(item, dict | list)]
        if not level:
            return document
    raise ClusterError(_too_deep(path))


def _finite(text: str) -> float:
    number = float(text)
    if not math.isfinite(number):
        raise ValueError  # JSON has no such number
    return number


def _below(found: Json) -> Iterable[Json]:
    return found.values() if isinstance(found, dict) else found if isinstance(found, list) else ()


def _too_deep(path: str) -> str:
    return f"the cluster's answer to {path} has more than {DEPTH_MAX} levels of nesting"


def _offline(instead: str) -> str:
    return f"read an export of the cluster instead, {instead}"


def kubectl(kubeconfig: str | None, context: str | None, seconds: int, *, instead: str) -> Kubectl:
    """Return the kubectl on PATH; raises ClusterError if there is none."""
    program = shutil.which("kubectl")
    if program is None:
        raise ClusterError(describe("kubectl is not on PATH", hint=f"install it, or {_offline(instead)}"))
    chosen = {"--kubeconfig": kubeconfig, "--context": context}
    flags = tuple(f"{flag}={value}" for flag, value in chosen.items() if value is not None)
    return Kubectl(program=program, flags=flags, seconds=seconds, instead=instead)
