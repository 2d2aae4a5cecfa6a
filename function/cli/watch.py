"""Shows something again whenever it has changed."""

from collections.abc import Callable

import click

from function.cli.output import write

_CLEAR = "\x1b[H\x1b[2J\x1b[3J"


def watch(shown: Callable[[], str], pause: Callable[[], None], *, terminal: bool, color: bool | None) -> None:
    """Print what `shown` returns as often as it changes: on a terminal in place of the text before; never returns."""
    before = None
    while True:
        text = shown()
        if text != before:
            _print(text, terminal=terminal, color=color)
            before = text
        pause()


def _print(text: str, *, terminal: bool, color: bool | None) -> None:
    """Print a text; a terminal is cleared first, also one without colors."""
    if not terminal:
        write(text, color=color)
        return
    plain = color is False
    write(_CLEAR + (click.unstyle(text) if plain else text), color=True if plain else color)
