"""What is watched is printed when it changes, and only then."""

from collections.abc import Iterator

import pytest

from function.cli.watch import watch


def watched(*texts: str, terminal: bool, color: bool = True) -> None:
    """Watch these texts one after the other, then stop as Ctrl-C does."""
    remaining = iter(texts)
    pauses: Iterator[int] = iter(range(len(texts) - 1))

    def pause() -> None:
        if next(pauses, None) is None:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        watch(lambda: next(remaining), pause, terminal=terminal, color=color)


def test_in_a_pipe_each_change_is_a_line(capsys: pytest.CaptureFixture[str]) -> None:
    watched("a\n", "a\n", "b\n", "a\n", terminal=False)
    assert capsys.readouterr().out == "a\nb\na\n"


def test_on_a_terminal_each_change_replaces_the_screen(capsys: pytest.CaptureFixture[str]) -> None:
    watched("a\n", "a\n", "b\n", terminal=True)
    clear = "\x1b[H\x1b[2J\x1b[3J"
    assert capsys.readouterr().out == f"{clear}a\n{clear}b\n"


def test_a_terminal_without_colors_is_cleared_too(capsys: pytest.CaptureFixture[str]) -> None:
    watched("\x1b[31ma\x1b[0m\n", "\x1b[31mb\x1b[0m\n", terminal=True, color=False)
    clear = "\x1b[H\x1b[2J\x1b[3J"
    assert capsys.readouterr().out == f"{clear}a\n{clear}b\n"


def test_a_pipe_without_colors_has_no_escapes(capsys: pytest.CaptureFixture[str]) -> None:
    watched("\x1b[31ma\x1b[0m\n", terminal=False, color=False)
    assert capsys.readouterr().out == "a\n"
