"""Wait for a condition, with a deadline."""

import time
from collections.abc import Callable
from typing import TypeVar

from tools.playground.problem import Problem

T = TypeVar("T")
_PAUSE_SECONDS = 0.5


def until(check: Callable[[], T], seconds: float, what: str) -> T:
    """Return the first true result of `check`; raises Problem, which names `what`, after `seconds`."""
    deadline = time.monotonic() + seconds
    while not (answer := check()):
        if time.monotonic() > deadline:
            raise Problem(f"waited {seconds:.0f} s for {what}")
        time.sleep(_PAUSE_SECONDS)
    return answer
