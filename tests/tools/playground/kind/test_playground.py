"""What a user has to install first, and that nothing is left of a start that failed."""

from pathlib import Path

import pytest

from tools.playground.kind import playground
from tools.playground.problem import Problem
from tools.playground.state import State


@pytest.fixture
def state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> State:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    return State("here")


@pytest.fixture
def programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the only folder on PATH: each program there writes down how it was called, and succeeds."""
    folder = tmp_path / "bin"
    folder.mkdir()
    for name in ("docker", "kind", "kubectl", "helm", "go"):
        write(folder / name, f'echo "{name} $*" >>{tmp_path}/calls')
    monkeypatch.setenv("PATH", str(folder))
    return folder


def write(program: Path, line: str) -> None:
    program.write_text(f"#!/bin/sh\n{line}\n")
    program.chmod(0o755)


@pytest.mark.parametrize("name", ["docker", "kind", "kubectl", "helm", "go"])
def test_it_names_the_program_that_is_missing(state: State, programs: Path, name: str) -> None:
    (programs / name).unlink()
    with pytest.raises(Problem, match=f"^needs the program {name}: https://"):
        playground.up(state, "claims")
    assert not state.folder.exists()


def test_a_start_that_fails_leaves_nothing(state: State, programs: Path, tmp_path: Path) -> None:
    write(programs / "docker", f'echo "docker $*" >>{tmp_path}/calls; [ "$1" = rm ]')
    with pytest.raises(Problem, match=r"^docker run --detach failed, see above$"):
        playground.up(state, "claims")
    calls = (tmp_path / "calls").read_text().splitlines()
    assert calls[0].startswith("kind create cluster --name=here --config=")
    assert calls[-2:] == ["docker rm --force --volumes here-registry", "kind delete cluster --name=here"]
    assert not state.folder.exists()


@pytest.mark.parametrize("command", [playground.down, playground.status])
def test_a_playground_that_is_not_there(state: State, command: object) -> None:
    assert callable(command)
    with pytest.raises(Problem, match=r"^there is no playground here"):
        command(state)


def test_a_second_one_of_its_name_is_refused(state: State, programs: Path) -> None:
    state.folder.mkdir(parents=True)
    with pytest.raises(Problem, match=r"^the playground here is there already"):
        playground.up(state, "claims")
    assert not (programs.parent / "calls").exists()
