"""Durations and sizes of L5, and what they are in other notations. Sizes are binary, as in Flink: 1kb is 1024 bytes."""

import re
from typing import Annotated

from function.base.counted import counted
from function.base.text import Text

Duration = Annotated[
    str,
    Text(
        "^[0-9]{1,9}(ms|s|m|h|d)$",
        meaning="a number and one of the units ms, s, m, h, d",
        example="30s",
        max_length=11,
    ),
]
PositiveDuration = Annotated[
    str,
    Text(
        "^0{0,8}[1-9][0-9]{0,8}(ms|s|m|h|d)$",
        meaning="more than 0: a number and one of the units ms, s, m, h, d",
        example="30s",
        max_length=11,
    ),
]
ByteSize = Annotated[
    str,
    Text(
        "^[0-9]{1,9}([bB]|[kKmMgG][bB])$",
        meaning="a number and one of the units b, kb, mb, gb",
        example="64mb",
        max_length=11,
    ),
]

_MILLISECONDS = {"ms": 1, "s": 1000, "m": 60_000, "h": 3_600_000, "d": 86_400_000}
_QUANTITIES = {"b": "", "kb": "Ki", "mb": "Mi", "gb": "Gi"}
_BYTES = {"b": 1, "kb": 2**10, "mb": 2**20, "gb": 2**30}


def milliseconds(duration: str) -> int:
    """Return the length of a Duration."""
    number, unit = _split(duration)
    return number * _MILLISECONDS[unit]


def seconds(duration: str) -> int:
    """Return the length of a Duration, rounded up."""
    return -(-milliseconds(duration) // 1000)


def go_duration(duration: str) -> str:
    """Return a Duration in Go's notation, which has no days: 7d is 168h."""
    number, unit = _split(duration)
    return f"{number * 24}h" if unit == "d" else duration


def readable(duration_ms: int) -> str:
    """Return a length in the largest unit of which it is a whole number: 604800000 is 7 days."""
    units = (("day", 86_400_000), ("hour", 3_600_000), ("minute", 60_000), ("second", 1000))
    word, size = next(((word, size) for word, size in units if duration_ms % size == 0), ("millisecond", 1))
    return counted(duration_ms // size, word)


def quantity(size: str) -> str:
    """Return a ByteSize as a Kubernetes quantity: 100GB is 100Gi."""
    number, unit = _split(size)
    return f"{number}{_QUANTITIES[unit]}"


def times(size: str, count: int) -> str:
    """Return a ByteSize multiplied: 2 times 1gb is 2gb."""
    number, unit = _split(size)
    return size if count == 1 else f"{number * count}{unit}"


def in_bytes(size: str) -> int:
    """Return a ByteSize in bytes."""
    number, unit = _split(size)
    return number * _BYTES[unit]


def _split(text: str) -> tuple[int, str]:
    number, unit = re.split("(?<=[0-9])(?=[a-z])", text.lower())
    return int(number), unit
