"""Runs all attempts at the same time, and ends in time although one may hang: nothing can stop a lookup in the DNS."""

import time
from collections.abc import Callable, Sequence
from queue import Empty, SimpleQueue
from threading import Thread
from typing import TypeVar

from function.base.preflight import TIMEOUT

_AT_A_TIME = 16

T = TypeVar("T")


def together(targets: Sequence[T], attempt: Callable[[T], str], seconds: float) -> list[str]:
    """Return the result for each target; those without one after `seconds` have timed out."""
    found = [TIMEOUT] * len(targets)
    waiting: SimpleQueue[int] = SimpleQueue()
    for position in range(len(targets)):
        waiting.put(position)

    def work() -> None:
        while True:
            try:
                position = waiting.get_nowait()
            except Empty:
                return
            found[position] = attempt(targets[position])

    threads = [Thread(target=work, daemon=True) for _ in range(min(_AT_A_TIME, len(targets)))]
    for thread in threads:
        thread.start()
    end = time.monotonic() + seconds
    for thread in threads:
        thread.join(max(0.0, end - time.monotonic()))
    return list(found)
