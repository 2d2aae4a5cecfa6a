"""A long run shows its progress on a terminal, and erases it at the end."""

import io
import sys
from collections.abc import Callable, Iterator
from itertools import count

import pytest

from function.cli.progress import progress


class Terminal(io.StringIO):
    """A stream that a terminal shows."""

    def isatty(self) -> bool:
        return True


def terminal(monkeypatch: pytest.MonkeyPatch) -> Terminal:
    """Let standard error be a terminal. Not a fixture, because pytest replaces the stream after those."""
    stream = Terminal()
    monkeypatch.setattr(sys, "stderr", stream)
    monkeypatch.setenv("TERM", "xterm")
    return stream


def clock(seconds: float) -> Callable[[], float]:
    """Return a clock that advances by as many seconds whenever it is read."""
    ticks: Iterator[int] = count()
    return lambda: next(ticks) * seconds


def test_after_a_second_items_are_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = terminal(monkeypatch)
    found = list(progress("abc", "checked {} of {} files", clock(0.6)))
    assert found == ["a", "b", "c"]
    assert stream.getvalue() == "\r\x1b[Kchecked 1 of 3 files\r\x1b[Kchecked 2 of 3 files\r\x1b[K"


def test_a_short_run_shows_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = terminal(monkeypatch)
    assert list(progress("abc", "checked {} of {}", clock(0.01))) == ["a", "b", "c"]
    assert stream.getvalue() == ""


def test_the_line_is_erased_before_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = terminal(monkeypatch)
    with pytest.raises(ValueError, match="broken"):
        _fail(progress("abc", "checked {} of {}", clock(2)))
    assert stream.getvalue().endswith("\r\x1b[K")


def _fail(items: Iterator[str]) -> None:
    for item in items:
        if item == "b":
            items.close()  # type: ignore[attr-defined]  # a generator, which the interpreter closes as well
            raise ValueError("broken")


def test_without_a_terminal_nothing_is_written(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = io.StringIO()
    monkeypatch.setattr(sys, "stderr", stream)
    assert list(progress("abc", "checked {} of {}", clock(5))) == ["a", "b", "c"]
    assert stream.getvalue() == ""


def test_a_terminal_that_cannot_erase_gets_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = terminal(monkeypatch)
    monkeypatch.setenv("TERM", "dumb")
    assert list(progress("abc", "checked {} of {}", clock(5))) == ["a", "b", "c"]
    assert stream.getvalue() == ""


def test_a_closed_standard_error_is_no_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", None)
    assert list(progress("abc", "checked {} of {}", clock(5))) == ["a", "b", "c"]
