"""What a user can ask for wrongly: one line, exit code 2, and no control plane is started."""

import os
import subprocess
import sys
from pathlib import Path

from tools.playground.product import ROOT


def called(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    environment = os.environ | {"XDG_STATE_HOME": str(folder)}
    command = [sys.executable, "-m", "tools.e2e", "--name", "no-such-run", *words]
    return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)


def test_a_scenario_that_is_not_there(tmp_path: Path) -> None:
    done = called(tmp_path, "--only", "nonsense")
    assert done.returncode == 2
    assert done.stderr.startswith("e2e: there is no scenario nonsense. there are autoscaling, bindings, ")
    assert done.stderr.count("\n") == 1


def test_a_scope_that_is_not_there(tmp_path: Path) -> None:
    done = called(tmp_path, "--scope", "everything")
    assert done.returncode == 2
    assert "invalid choice: 'everything'" in done.stderr
