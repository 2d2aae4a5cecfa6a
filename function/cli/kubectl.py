"""Reads from a cluster with the user's kubectl, which knows every kind of kubeconfig and login."""

import json
import shutil
import subprocess
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import click

from function.base.manifest import Json
from function.base.printable import printable
from function.base.problems import describe

_AT_ONCE = 8
_GRACE = 5
"""Seconds that kubectl has to report its own timeout, and to log in."""
_NOT_FOUND = "Error from server (NotFound)"
_OFFLINE = "an export of the cluster can be read instead"


class ClusterError(click.ClickException):
    """The cluster cannot be read; the text is for the user."""


@dataclass(frozen=True, kw_only=True)
class Kubectl:
    """The program, the flags that select the cluster, and the seconds that a request may take."""

    program: str
    flags: tuple[str, ...]
    seconds: int

    def get(self, paths: Iterable[str]) -> dict[str, Json]:
        """Return what is at each path of the API server; what does not exist is left out. Raises ClusterError."""
        asked = list(paths)
        with ThreadPoolExecutor(_AT_ONCE) as pool:
            answers = list(pool.map(self._get, asked))
        return {path: answer for path, answer in zip(asked, answers, strict=True) if answer is not None}

    def _get(self, path: str) -> Json:
        done = self._run("get", "--raw", path, f"--request-timeout={self.seconds}s")
        error = done.stderr.strip()
        if done.returncode == 0:
            try:
                found: Json = json.loads(done.stdout)
            except ValueError:
                raise ClusterError(f"the cluster's answer to {printable(path)} is not JSON") from None
            return found
        if error.startswith(_NOT_FOUND):
            return None
        reason = error.splitlines()[-1].removeprefix("error: ") if error else f"kubectl exited with {done.returncode}"
        raise ClusterError(describe(f"cannot read the cluster: {printable(reason)}", hint=_OFFLINE))

    def _run(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        try:
            return subprocess.run(  # noqa: S603  # arguments, not a shell
                [self.program, *arguments, *self.flags],
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


def kubectl(kubeconfig: str | None, context: str | None, seconds: int) -> Kubectl:
    """Return the kubectl on PATH; raises ClusterError if there is none."""
    program = shutil.which("kubectl")
    if program is None:
        raise ClusterError(describe("kubectl is not on PATH", hint=f"install it; {_OFFLINE}"))
    chosen = {"--kubeconfig": kubeconfig, "--context": context}
    flags = tuple(f"{flag}={value}" for flag, value in chosen.items() if value is not None)
    return Kubectl(program=program, flags=flags, seconds=seconds)
