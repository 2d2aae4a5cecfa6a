"""Shows the progress of a long run on a terminal."""

import os
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from function.cli.output import write

Item = TypeVar("Item")
_AFTER, _EVERY = 1.0, 0.1
"""Seconds until the first line, and between two lines."""
_ERASED = "\r\x1b[K"


def progress(items: Sequence[Item], what: str, clock: Callable[[], float] = time.monotonic) -> Iterator[Item]:
    """Yield the items; after a second, a line on standard error counts them, as in `checked 120 of 900 files`.

    `what` is that line with two places for numbers. Without a terminal nothing is written. The line is erased at the
    end, also if the run fails.
    """
    if not _on_terminal():
        yield from items
        return
    due, shown = clock() + _AFTER, False
    try:
        for number, item in enumerate(items):
            if clock() >= due:
                write(f"{_ERASED}{what.format(number, len(items))}", err=True)
                due, shown = clock() + _EVERY, True
            yield item
    finally:
        if shown:
            write(_ERASED, err=True)


def _on_terminal() -> bool:
    return sys.stderr is not None and sys.stderr.isatty() and os.environ.get("TERM") != "dumb"
