"""Processes that are started, watched, and stopped by pid and start time."""

import sys
from pathlib import Path

import pytest

from tools.playground.problem import Problem
from tools.playground.processes import Processes

IDLE = [sys.executable, "-c", "import signal; print('up', flush=True); signal.pause()"]
STUBBORN = [
    sys.executable,
    "-c",
    "import signal; signal.signal(signal.SIGTERM, signal.SIG_IGN); print('up', flush=True); signal.pause()",
]


@pytest.fixture
def processes(tmp_path: Path) -> Processes:
    return Processes(tmp_path / "records", tmp_path / "logs")


def _is_up(processes: Processes, name: str) -> bool:
    return "up" in processes.log(name).read_text()


def test_a_process_runs_until_it_is_stopped(processes: Processes) -> None:
    processes.start("idle", IDLE, {})
    processes.ready("idle", lambda: _is_up(processes, "idle"), 20)
    assert processes.runs("idle")
    processes.stop("idle")
    assert not processes.runs("idle")
    assert processes.names() == []


def test_one_that_ignores_the_request_is_killed(processes: Processes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tools.playground.processes._GRACE_SECONDS", 0.05)
    processes.start("stubborn", STUBBORN, {})
    processes.ready("stubborn", lambda: _is_up(processes, "stubborn"), 20)
    processes.stop("stubborn")
    assert not processes.runs("stubborn")


def test_names_come_in_the_order_of_the_starts(processes: Processes) -> None:
    for name in ("b", "c", "a"):
        processes.start(name, [sys.executable, "-c", ""], {})
    assert processes.names() == ["b", "c", "a"]


def test_a_process_that_ends_says_its_last_words(processes: Processes) -> None:
    processes.start("brief", [sys.executable, "-c", "print('first'); print('port in use\\n')"], {})
    with pytest.raises(Problem, match=r"^brief ended: port in use$"):
        processes.ready("brief", lambda: False, 20)


def test_a_process_that_ends_without_a_word(processes: Processes) -> None:
    processes.start("mute", [sys.executable, "-c", ""], {})
    with pytest.raises(Problem, match=r"mute ended: it printed nothing"):
        processes.ready("mute", lambda: False, 20)


def test_the_end_of_another_process_ends_the_wait(processes: Processes) -> None:
    processes.start("database", [sys.executable, "-c", "print('port in use')"], {})
    processes.start("server", IDLE, {})
    with pytest.raises(Problem, match=r"^database ended: port in use$"):
        processes.ready("server", lambda: False, 20)
    processes.stop("server")


def test_a_process_that_never_answers(processes: Processes) -> None:
    processes.start("idle", IDLE, {})
    with pytest.raises(Problem, match=r"waited 0 s for idle, see .*idle.log"):
        processes.ready("idle", lambda: False, 0)
    processes.stop("idle")


def test_a_pid_that_another_process_has_now_is_left_alone(processes: Processes) -> None:
    processes.start("other", IDLE, {})
    record = processes.records / "other"
    pid, started = record.read_text().split()
    (processes.records / "ours").write_text(f"{pid} {int(started) - 1}\n")
    assert not processes.runs("ours")
    processes.stop("ours")
    assert processes.runs("other")
    processes.stop("other")


@pytest.mark.parametrize("content", ["", "123", "4194305 1\n"], ids=["empty", "cut short", "a pid that nobody has"])
def test_a_record_of_nobody_is_forgotten(content: str, processes: Processes) -> None:
    processes.records.mkdir()
    (processes.records / "nobody").write_text(content)
    assert not processes.runs("nobody")
    processes.stop("nobody")
    assert processes.names() == []


def test_it_sees_only_the_environment_that_it_is_given(processes: Processes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://proxy.example.org")
    processes.start("env", ["/usr/bin/env"], {"ONLY": "this"})
    with pytest.raises(Problem):
        processes.ready("env", lambda: False, 20)
    assert processes.log("env").read_text() == "ONLY=this\n"
