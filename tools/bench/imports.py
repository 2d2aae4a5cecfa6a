"""What is imported before a process can do anything: `python -X importtime`."""

import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

_LINE = re.compile(r"import time:\s+(\d+) \|\s+\d+ \|\s+(\S+)")
_LARGEST = 5


@dataclass(frozen=True)
class Imports:
    """The modules that an import loads, the milliseconds it takes, and the packages that take most of them."""

    modules: int
    milliseconds: float
    largest: tuple[tuple[str, float], ...]


def of(module: str, python: str | Path = sys.executable) -> Imports:
    """Return what importing a module costs in a new process."""
    command = [python, "-X", "importtime", "-c", f"import {module}"]
    return read(subprocess.run(command, capture_output=True, text=True, check=True).stderr)


def read(text: str) -> Imports:
    """Return what Python printed with -X importtime."""
    found = [(match[2], int(match[1]) / 1000) for match in _LINE.finditer(text)]
    packages: dict[str, float] = {}
    for name, milliseconds in found:
        package = name.partition(".")[0]
        packages[package] = packages.get(package, 0.0) + milliseconds
    largest = sorted(packages.items(), key=lambda package: -package[1])[:_LARGEST]
    return Imports(len(found), sum(packages.values()), tuple(largest))
