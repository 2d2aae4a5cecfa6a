"""How much work a call is, counted and not timed: the same on every machine."""

import sys
from collections.abc import Callable
from functools import partial
from types import FrameType
from typing import Any


def instructions(call: Callable[[], object]) -> int:
    """Return the number of Python instructions that a call executes; those of C code are not counted."""
    count = 0

    def trace(frame: FrameType, event: str, _argument: Any) -> Any:
        nonlocal count
        frame.f_trace_opcodes, frame.f_trace_lines = True, False
        count += event == "opcode"
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        call()
    finally:
        sys.settrace(before)
    return count


def growth(call: Callable[[int], object], n: int) -> float:
    """Return how much more the step from 2n to 4n costs than that from n to 2n: 2 for linear work, 4 for quadratic.

    What every call costs once does not count, nor what the first one loads or keeps.
    """
    call(4 * n)
    first, second, third = (instructions(partial(call, size)) for size in (n, 2 * n, 4 * n))
    return (third - second) / (second - first)
