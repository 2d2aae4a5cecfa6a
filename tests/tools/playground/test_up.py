"""After a failed start, the reason is not hidden by what could not be stopped."""

from pathlib import Path

import pytest

from tools.playground import up
from tools.playground.cluster import Cluster
from tools.playground.network import Network
from tools.playground.problem import Problem
from tools.playground.processes import Processes
from tools.playground.state import State


@pytest.fixture
def state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> State:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    return State("failing")


def test_a_process_that_cannot_be_stopped_is_one_more_line(
    state: State, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(Network, "processes", lambda _: [4194304])
    up._give_up(state)
    assert capsys.readouterr().out.startswith("not everything was stopped: the network of failing has processes")


def test_everything_is_stopped(state: State, capsys: pytest.CaptureFixture[str]) -> None:
    up._give_up(state)
    assert capsys.readouterr().out == f"stopped everything; logs: {state.folder / 'logs'}\n"


def test_a_part_that_has_ended_explains_a_wait_that_timed_out(tmp_path: Path) -> None:
    cluster = Cluster(tmp_path, Network("event-platform-failing"), "", {})

    def start() -> None:
        processes = Processes(tmp_path / "processes", tmp_path / "logs")
        processes.start("provider", ["/bin/sh", "-c", "echo no rights"], {})
        with pytest.raises(Problem):
            processes.ready("provider", lambda: False, 20)
        raise Problem("timed out")

    with pytest.raises(Problem, match=r"^provider ended: no rights$"):
        up._step(cluster, "provider", start)
