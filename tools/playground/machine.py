"""What this machine and its user need for a playground."""

import os
import shutil
from collections.abc import Mapping

from tools.playground.problem import Problem


def require_root(reason: str) -> None:
    """Raise Problem unless this user is root."""
    if os.geteuid() != 0:
        raise Problem(f"needs root: {reason}")


def require(programs: Mapping[str, str]) -> None:
    """Raise Problem if a program is missing; the values say where to get it."""
    for program, source in programs.items():
        if shutil.which(program) is None:
            raise Problem(f"needs the program {program}: {source}")
