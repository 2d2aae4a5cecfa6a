"""Units of numbers in conditions, and of metrics."""

from decimal import Decimal
from typing import Literal

Unit = Literal["count", "milliseconds", "seconds", "bytes", "ratio", "percent"]
"""The unit of a metric. A ratio is between 0 and 1."""

_OF_METRICS: dict[Unit, tuple[str, Decimal]] = {
    "count": ("a count", Decimal(1)),
    "milliseconds": ("a time", Decimal(1)),
    "seconds": ("a time", Decimal(1000)),
    "bytes": ("a size", Decimal(1)),
    "ratio": ("a share", Decimal(1)),
    "percent": ("a share", Decimal("0.01")),
}
_OF_NUMBERS = {
    "ms": ("a time", Decimal(1)),
    "s": ("a time", Decimal(1000)),
    "m": ("a time", Decimal(60_000)),
    "h": ("a time", Decimal(3_600_000)),
    "d": ("a time", Decimal(86_400_000)),
    "b": ("a size", Decimal(1)),
    "kb": ("a size", Decimal(2**10)),
    "mb": ("a size", Decimal(2**20)),
    "gb": ("a size", Decimal(2**30)),
    "%": ("a share", Decimal("0.01")),
}


def converted(number: Decimal, written: str, unit: Unit) -> str:
    """Return a number in the unit of a metric, without an exponent; without a unit, it is already in that one.

    Raises ValueError, with what is wrong, if one of them is a time and the other a size, or the like.
    """
    of_metric, scale = _OF_METRICS[unit]
    if not written:
        if unit == "ratio" and number > 1:
            raise ValueError("the metric is a share between 0 and 1; write a percentage")
        return plain(number)
    of_number, factor = _OF_NUMBERS[written.lower()]
    if of_number != of_metric:
        raise ValueError(f"the metric is {of_metric}, and the number is {of_number}")
    return plain(number * factor / scale)


def plain(number: Decimal) -> str:
    """Return a number without an exponent and without zeros at its end."""
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
