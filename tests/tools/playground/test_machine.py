"""What a machine needs for a playground; what is missing is reported in one line, with exit code 2."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tools.playground.down import down
from tools.playground.problem import Problem
from tools.playground.product import ROOT
from tools.playground.state import State
from tools.playground.up import check_machine


def test_a_start_needs_root_and_says_why(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.geteuid", lambda: 1000)
    with pytest.raises(Problem, match=r"^needs root: it creates network namespaces"):
        check_machine()


def test_a_stop_needs_root_if_there_is_a_playground(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    state = State("of-root")
    state.folder.mkdir(parents=True)
    monkeypatch.setattr("os.geteuid", lambda: 1000)
    with pytest.raises(Problem, match=r"^needs root: it stops processes of root"):
        down(state)
    assert state.folder.exists()


@pytest.mark.parametrize("program", ["go", "ip", "openssl", "unshare", "setpriv"])
def test_it_names_the_program_that_is_missing(program: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.geteuid", lambda: 0)
    monkeypatch.setattr("shutil.which", lambda name: None if name == program else f"/usr/bin/{name}")
    with pytest.raises(Problem, match=f"^needs the program {program}: "):
        check_machine()


def called(folder: Path, *words: str, **environment: str) -> str:
    """Return the line that a command prints when it cannot run."""
    done = subprocess.run(
        [sys.executable, "-m", "tools.playground", *words],
        cwd=ROOT,
        env=os.environ | {"XDG_STATE_HOME": str(folder)} | environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1
    return done.stderr


@pytest.mark.parametrize("kind", [[], ["--kind"]])
@pytest.mark.parametrize("command", ["down", "status"])
def test_there_is_no_playground(tmp_path: Path, command: str, kind: list[str]) -> None:
    line = called(tmp_path, command, "--name", "no-such-one", *kind)
    assert line.startswith("playground: there is no playground no-such-one")


@pytest.mark.parametrize("name", ["..", "a/b", "A", "-a", "a b", "a.kind", "a" * 41])
def test_a_name_that_is_no_folder_of_its_own(tmp_path: Path, name: str) -> None:
    line = called(tmp_path, "down", PLAYGROUND=name)
    assert line == (
        f"playground: PLAYGROUND must be up to 40 of a-z, 0-9, and dashes, with no dash first; got {name!r}\n"
    )


def test_an_unknown_scope(tmp_path: Path) -> None:
    line = called(tmp_path, "up", SCOPE="everything")
    assert line == "playground: SCOPE must be claims or namespaced; got 'everything'\n"
