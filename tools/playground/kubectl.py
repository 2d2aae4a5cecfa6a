"""kubectl."""

import base64
import json
import os
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from tools.playground.problem import Problem


class RefusedError(Problem):
    """kubectl failed; the text is its error message."""


@dataclass(frozen=True)
class Kubectl:
    """The program, with the kubeconfig and the cache folder that it uses; None is kubectl's own cache."""

    program: Path
    kubeconfig: Path
    cache: Path | None = None

    def __call__(self, *arguments: str | Path, stdin: str | None = None, seconds: float = 120) -> str:
        """Run a command and return its output; raises RefusedError if it fails or takes longer than `seconds`."""
        try:
            done = subprocess.run(
                [self.program, *arguments],
                env=os.environ | self._environment(),
                input=stdin or "",
                capture_output=True,
                text=True,
                check=False,
                timeout=seconds,
            )
        except subprocess.TimeoutExpired as expired:
            raise RefusedError(f"kubectl {arguments[0]} took more than {seconds:.0f} s") from expired
        if done.returncode:
            raise RefusedError(done.stderr.strip())
        return done.stdout

    def _environment(self) -> dict[str, str]:
        cache = {"KUBECACHEDIR": str(self.cache)} if self.cache else {}
        return {"KUBECONFIG": str(self.kubeconfig), **cache}

    def succeeds(self, *arguments: str | Path) -> bool:
        """Return whether a command succeeds."""
        try:
            self(*arguments)
        except RefusedError:
            return False
        return True

    def apply(self, *documents: Mapping[str, Any]) -> None:
        """Apply documents with server-side apply."""
        self("apply", "--server-side", "--force-conflicts", "-f", "-", stdin=yaml.safe_dump_all(documents))

    def apply_files(self, *paths: Path) -> None:
        """Apply files, or folders of files, with server-side apply."""
        flags = [flag for path in paths for flag in ("-f", path)]
        self("apply", "--server-side", "--force-conflicts", *flags)

    def get(self, *arguments: str) -> dict[str, Any]:
        """Return an object or a list of objects; raises RefusedError."""
        found: dict[str, Any] = json.loads(self("get", *arguments, "-o", "json"))
        return found

    def wait(self, *arguments: str, condition: str, seconds: float) -> None:
        """Wait until objects exist and meet a condition; raises RefusedError."""
        limit = f"--timeout={seconds:.0f}s"
        self("wait", "--for=create", limit, *arguments, seconds=seconds + 10)
        self("wait", f"--for={condition}", limit, *arguments, seconds=seconds + 10)

    def secret(self, namespace: str, name: str) -> dict[str, bytes]:
        """Return the data of a Secret."""
        data = self.get("secret", name, "--namespace", namespace)["data"]
        return {key: base64.b64decode(value) for key, value in data.items()}
