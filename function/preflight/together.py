"""Runs all attempts at the same time, and ends in time although one may hang: nothing can stop a lookup in the DNS."""

import time
from collections.abc import Callable, Sequence
from queue import Empty, SimpleQueue
from threading import Thread

from function.base.preflight import TIMEOUT, Endpoint

_AT_A_TIME = 16


def together(endpoints: Sequence[Endpoint], attempt: Callable[[Endpoint], str], seconds: float) -> list[str]:
    """Return the result for each server; those without one after `seconds` have timed out."""
    found = [TIMEOUT] * len(endpoints)
    waiting: SimpleQueue[int] = SimpleQueue()
    for position in range(len(endpoints)):
        waiting.put(position)

    def work() -> None:
        while True:
            try:
                position = waiting.get_nowait()
            except Empty:
                return
            found[position] = attempt(endpoints[position])

    threads = [Thread(target=work, daemon=True) for _ in range(min(_AT_A_TIME, len(endpoints)))]
    for thread in threads:
        thread.start()
    end = time.monotonic() + seconds
    for thread in threads:
        thread.join(max(0.0, end - time.monotonic()))
    return list(found)
