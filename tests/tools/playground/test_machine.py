"""What a user has to mend before a playground can start: one line, exit code 2."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tools.playground.problem import Problem
from tools.playground.product import ROOT
from tools.playground.up import check_machine


def test_it_needs_root_and_says_why(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.geteuid", lambda: 1000)
    with pytest.raises(Problem, match=r"needs root: it makes a network namespace"):
        check_machine()


@pytest.mark.parametrize("program", ["go", "ip", "openssl", "unshare", "setpriv"])
def test_it_names_the_program_that_is_missing(program: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.geteuid", lambda: 0)
    monkeypatch.setattr("shutil.which", lambda name: None if name == program else f"/usr/bin/{name}")
    with pytest.raises(Problem, match=f"^needs the program {program}: "):
        check_machine()


@pytest.mark.parametrize("command", ["down", "status"])
def test_a_playground_that_is_not_there(command: str, tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tools.playground", command, "--name", "no-such-playground"],
        cwd=ROOT,
        env=os.environ | {"XDG_STATE_HOME": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 2
    assert done.stderr.startswith("playground: there is no playground no-such-playground")
    assert done.stderr.count("\n") == 1
