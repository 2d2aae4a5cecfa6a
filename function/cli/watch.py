"""Shows something again whenever it has changed."""

from collections.abc import Callable

from function.cli.output import write

_CLEAR = "\x1b[H\x1b[2J\x1b[3J"


def watch(shown: Callable[[], str], pause: Callable[[], None], *, terminal: bool, color: bool | None) -> None:
    """Print what `shown` returns as often as it changes: on a terminal in place of the text before; never returns."""
    before = None
    while True:
        text = shown()
        if text != before:
            write(_CLEAR + text if terminal else text, color=color)
            before = text
        pause()
