"""What the fuzzer found: one file for each fault, to be run again."""

import hashlib
import re
from collections.abc import Callable
from pathlib import Path

from function.crash import crash_of
from tools.fuzz.invariants import Violation


class Findings:
    """A folder of inputs that broke something, named after target and fault; of each fault the first is kept."""

    def __init__(self, folder: Path, target: str) -> None:
        self._folder = folder
        self._target = target
        self._known: set[str] = set()

    def guard(self, check: Callable[[bytes], None], data: bytes) -> None:
        """Check an input; a fault is written down and printed, and never raised, so that the run goes on."""
        try:
            check(data)
        except Exception as error:
            rule = error.rule if isinstance(error, Violation) else f"no crash: {crash_of(error).incident}"
            if rule not in self._known:
                self._known.add(rule)
                self._keep(rule, data, f"{type(error).__name__}: {error}")

    def _keep(self, rule: str, data: bytes, description: str) -> None:
        self._folder.mkdir(parents=True, exist_ok=True)
        name = re.sub("[^a-z0-9]+", "-", rule.lower())
        path = self._folder / f"{self._target}-{name}-{hashlib.sha256(data).hexdigest()[:8]}"
        path.write_bytes(data)
        print(f"FOUND {description[:1000]}\n  run it again: {rerun(self._target, path)}", flush=True)


def rerun(target: str, path: Path) -> str:
    """Return the command that runs an input again."""
    return f".venv/bin/python -m tools.fuzz {target} {path}"
