"""The types of Kafka's protocol, in the versions of requests without tagged fields."""

import struct

from function.base.preflight import UNEXPECTED
from function.preflight.failure import Failure


def text(value: str | None) -> bytes:
    """Return a string, which may be null."""
    if value is None:
        return struct.pack(">h", -1)
    encoded = value.encode()
    return struct.pack(">h", len(encoded)) + encoded


def data(value: bytes) -> bytes:
    """Return bytes."""
    return struct.pack(">i", len(value)) + value


def texts(*values: str) -> bytes:
    """Return an array of strings."""
    return struct.pack(">i", len(values)) + b"".join(map(text, values))


def flags(*values: bool) -> bytes:
    """Return booleans."""
    return bytes(values)


class Reader:
    """Reads an answer from its beginning; whatever is not in it ends the attempt."""

    def __init__(self, content: bytes) -> None:
        self._content = content
        self._position = 0

    def int16(self) -> int:
        """Read a number of two bytes."""
        return int.from_bytes(self._taken(2), signed=True)

    def int32(self) -> int:
        """Read a number of four bytes."""
        return int.from_bytes(self._taken(4), signed=True)

    def flag(self) -> bool:
        """Read a boolean."""
        return self._taken(1) != b"\0"

    def text(self) -> str:
        """Read a string; null is an empty one."""
        return self._taken(max(self.int16(), 0)).decode(errors="replace")

    def data(self) -> bytes:
        """Read bytes; null is none."""
        return self._taken(max(self.int32(), 0))

    def count(self) -> int:
        """Read the number of items of an array, each of which has at least one byte."""
        found = max(self.int32(), 0)
        if found > len(self._content) - self._position:
            raise Failure(UNEXPECTED)
        return found

    def numbers(self) -> int:
        """Skip an array of numbers of four bytes; return how many there are."""
        found = self.count()
        self._taken(4 * found)
        return found

    def _taken(self, size: int) -> bytes:
        found = self._content[self._position : self._position + size]
        if len(found) < size:
            raise Failure(UNEXPECTED)
        self._position += size
        return found
