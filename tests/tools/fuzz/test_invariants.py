import time

import pytest

from tools.fuzz import invariants
from tools.fuzz.invariants import Violation, printed_safely, same, secretless, timed


def test_cpu_time_is_measured_and_not_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = iter([0.0, 1.0, 1.0, 1.0 + invariants.CPU_SECONDS_MAX + 1])
    monkeypatch.setattr(time, "process_time", lambda: next(clock))
    assert timed(lambda: "done") == "done"
    with pytest.raises(Violation, match="no hang"):
        timed(lambda: "done")


def test_two_answers_to_one_input_are_found() -> None:
    same(b"a", b"a")
    with pytest.raises(Violation, match="deterministic"):
        same(b"a", b"b")


def test_a_secret_is_found_and_its_surroundings_are_shown() -> None:
    secretless("nothing", "s3cr3t")
    with pytest.raises(Violation, match="password=s3cr3t"):
        secretless("password=s3cr3t", "s3cr3t")


@pytest.mark.parametrize("message", ["\x1b[31m", "a\u202eb", "a\n::error::b", "##vso[task]", "a\rb", "\x9b"])
def test_what_a_terminal_or_a_ci_system_obeys_is_found(message: str) -> None:
    with pytest.raises(Violation, match="nothing obeyed"):
        printed_safely(["harmless", message])


def test_lines_and_colons_are_harmless() -> None:
    printed_safely(["a: b\nc: d", "a::b", "## x"])
