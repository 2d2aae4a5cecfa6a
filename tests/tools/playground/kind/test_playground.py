"""What kind needs, what a failed start leaves, and that a playground on kind has its own state."""

import socket
from pathlib import Path

import pytest

from tools.playground.kind import playground
from tools.playground.problem import Problem
from tools.playground.state import Facts, State


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
        playground.up(state, "claims", with_keda=True)
    assert not state.folder.exists()


def test_a_start_that_fails_leaves_nothing(state: State, programs: Path, tmp_path: Path) -> None:
    write(programs / "docker", f'echo "docker $*" >>{tmp_path}/calls; [ "$1" = rm ]')
    with pytest.raises(Problem, match=r"^docker run --detach failed, see above$"):
        playground.up(state, "claims", with_keda=True)
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
    state.complete(Facts("127.0.0.1", "claims", keda=True))
    with pytest.raises(Problem, match=r"^the playground here exists already"):
        playground.up(state, "claims", with_keda=True)
    assert not (programs.parent / "calls").exists()


def test_the_next_start_deletes_what_an_interrupted_one_has_left(state: State, programs: Path) -> None:
    state.folder.mkdir(parents=True)
    write(programs / "docker", "exit 1")
    with pytest.raises(Problem, match=r"^docker run --detach failed"):
        playground.up(state, "claims", with_keda=True)
    first, second, *_ = (programs.parent / "calls").read_text().splitlines()
    assert first == "kind delete cluster --name=here"
    assert second.startswith("kind create cluster")


def test_the_port_of_nats_is_in_use(state: State, programs: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        monkeypatch.setattr(playground, "PORT", port)
        with pytest.raises(Problem, match=f"^127.0.0.1:{port} is in use"):
            playground.up(state, "claims", with_keda=True)
    assert not (programs.parent / "calls").exists()


def test_a_stop_needs_kind(state: State, programs: Path) -> None:
    state.folder.mkdir(parents=True)
    (programs / "kind").unlink()
    with pytest.raises(Problem, match=r"^needs the program kind"):
        playground.down(state)
    assert state.folder.exists()
