"""Commands of other programs, whose errors are shown as they are printed."""

import os
import subprocess
from collections.abc import Mapping

from tools.playground.problem import Problem


def run(*command: str, stdin: str = "", settings: Mapping[str, str] | None = None) -> str:
    """Run a command and return its output; raises Problem."""
    environment = os.environ | (settings or {})
    done = subprocess.run(command, env=environment, input=stdin, stdout=subprocess.PIPE, text=True, check=False)
    if done.returncode:
        raise Problem(f"{' '.join(command[:3])} failed, see above")
    return done.stdout.strip()
