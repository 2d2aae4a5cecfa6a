"""What to do about a value of the wrong type."""

import re
from collections.abc import Sequence

from function.base.alternatives import Alternative
from function.base.fix import Fix, Quote, Replace
from function.base.marks import InSeconds
from function.base.shape import TEXT, UNKNOWN, item_shape, shape

QUOTES = "put the value in quotes, or YAML reads it as another type"
"""The hint for a value that must be a string."""

UNQUOTE = "remove the quotes"

_LONG_NUMBER = re.compile("[-+]?[0-9]{20,}")
"""YAML reads an integer that fits no Go type as a string, with or without quotes."""
_UNQUOTED = {
    "int_type": re.compile("[-+]?[0-9]+"),
    "float_type": re.compile(r"[-+]?[0-9]+(\.[0-9]+)?"),
    "bool_type": re.compile("y|yes|true|on|n|no|false|off", re.IGNORECASE),
}
"""Text that has the right type without quotes, by pydantic's name of the error."""
_INTEGER = re.compile("[-+]?(0|[1-9][0-9]*)")
"""Without leading zeros, with which YAML reads an octal number."""
_TRUE = ("y", "yes", "true", "on")
_DURATION = re.compile("([0-9]{1,9})(ms|s|m|h|d)")
_SECONDS = {"s": 1, "m": 60, "h": 3600, "d": 86400}


def scalar_hint(kind: str, given: object, marks: Sequence[object]) -> str:
    """Return what to do about a value that is no string, number or boolean as required, or ""."""
    if kind == "string_type":
        return QUOTES if isinstance(given, bool | int | float) else ""
    if not isinstance(given, str) or kind not in _UNQUOTED:
        return ""
    if _LONG_NUMBER.fullmatch(given):
        return "use a number with at most 19 digits"
    duration = _DURATION.fullmatch(given)
    if duration and kind != "bool_type":
        return _without_unit(duration, in_seconds=any(isinstance(mark, InSeconds) for mark in marks))
    return UNQUOTE if _UNQUOTED[kind].fullmatch(given) else ""


def scalar_fix(kind: str, given: object, marks: Sequence[object]) -> Fix | None:
    """Return how the value is written right, or None if that is not certain."""
    if kind == "string_type":
        return Quote() if isinstance(given, bool | int | float) else None
    if not isinstance(given, str) or kind not in _UNQUOTED or _LONG_NUMBER.fullmatch(given):
        return None
    duration = _DURATION.fullmatch(given) if kind == "int_type" else None
    if duration and duration[2] in _SECONDS and any(isinstance(mark, InSeconds) for mark in marks):
        return Replace(int(duration[1]) * _SECONDS[duration[2]])
    if not _UNQUOTED[kind].fullmatch(given) or (
        kind != "bool_type" and not _INTEGER.fullmatch(given.partition(".")[0])
    ):
        return None
    if kind == "bool_type":
        return Replace(given.lower() in _TRUE)
    return Replace(int(given) if kind == "int_type" else float(given))


def structure_hint(step: str | int, wanted: Sequence[Alternative]) -> str:
    """Return how to write the field or item that is not a list or object as required, or ""."""
    if not wanted:
        return ""
    text = item_shape(wanted[0]) if isinstance(step, int) else f"{step}: {shape(wanted[0])}"
    return "" if UNKNOWN in text.replace(TEXT, "") else f"write {text}"


def _without_unit(duration: re.Match[str], *, in_seconds: bool) -> str:
    number, unit = duration.groups()
    if in_seconds and unit in _SECONDS:
        return f"write the seconds as a number: {int(number) * _SECONDS[unit]}"
    return "write the seconds as a number" if in_seconds else "write a number without a unit"
