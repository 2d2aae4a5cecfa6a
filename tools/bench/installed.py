"""The product as its image contains it: with the packages that it needs and no others, and compiled.

The packages for development would count as well: structlog imports rich, if it is there.
"""

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from tools.golden import ROOT
from tools.playground.problem import Problem

_OWN = Path(sys.executable).parent


def installed(folder: Path) -> Path:
    """Install the product into a new virtual environment, and return the folder of its commands; raises Problem."""
    python, wheels = folder / "bin" / "python", folder / "wheel"
    _run([sys.executable, "-m", "venv", "--without-pip", folder])
    into: list[str | Path] = ["--quiet", "--python", python, "--compile-bytecode"]
    _run([_OWN / "uv", "pip", "sync", *into, "--require-hashes", "requirements.txt"])
    _run([_OWN / "hatchling", "build", "-t", "wheel", "-d", wheels])
    _run([_OWN / "uv", "pip", "install", *into, "--no-deps", *wheels.glob("*.whl")])
    return python.parent


def _run(command: Sequence[str | Path]) -> None:
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode:
        raise Problem(f"the function cannot be installed: {done.stderr.strip() or done.stdout.strip()}")
