"""What must never happen, and the checks that every target shares."""

import re
import time
from collections.abc import Callable, Iterable
from typing import TypeVar

T = TypeVar("T")

CPU_SECONDS_MAX = 5.0
"""Per input of at most INPUT_BYTES_MAX; a hundred times what the slowest known input of that size takes."""
INPUT_BYTES_MAX = 65_536
_OBEYED = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]|^ *::|##[A-Za-z]*\\[", re.MULTILINE)


class Violation(Exception):
    """An invariant is broken; `rule` is which, so that one fault is reported once."""

    def __init__(self, rule: str, detail: str) -> None:
        self.rule = rule
        super().__init__(f"{rule}: {detail}")


def timed(call: Callable[[], T]) -> T:
    """Return what the call returns; raises Violation where it takes more CPU time than any input may."""
    started = time.process_time()
    result = call()
    spent = time.process_time() - started
    if spent > CPU_SECONDS_MAX:
        raise Violation("no hang", f"{spent:.1f} seconds of CPU time")
    return result


def same(first: T, second: T) -> None:
    """Raise Violation unless one input gave the same answer twice."""
    if first != second:
        raise Violation("deterministic", "one input, two answers")


def secretless(text: str, canary: str) -> None:
    """Raise Violation where a secret is in the text."""
    if canary in text:
        raise Violation("no secret", f"a planted secret in {_cut(text, text.index(canary))}")


def printed_safely(messages: Iterable[str]) -> None:
    """Raise Violation where a message holds what a terminal obeys."""
    for message in messages:
        found = _OBEYED.search(message)
        if found:
            raise Violation("nothing obeyed", ascii(_cut(message, found.start())))


def _cut(text: str, position: int) -> str:
    return text[max(position - 100, 0) : position + 100]
