"""Bytes read as choices, so that a fuzzer that changes bytes changes what is chosen."""

from collections.abc import Sequence
from typing import TypeVar

T = TypeVar("T")


class Choices:
    """The choices that some bytes make; once they are used up, every choice is the first one."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._read = 0

    @property
    def left(self) -> bool:
        """Return whether bytes are left."""
        return self._read < len(self._data)

    def number(self, below: int) -> int:
        """Return a number from 0 up to `below`, which is at least 1 and at most 65,536."""
        width = 1 if below <= 256 else 2
        part = self._data[self._read : self._read + width]
        self._read += width
        return int.from_bytes(part, "big") % below

    def pick(self, options: Sequence[T]) -> T:
        """Return one of the options; there must be one."""
        return options[self.number(len(options))]
