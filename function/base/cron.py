"""Cron expressions of five fields, as KEDA and operators read them."""

import re
from collections.abc import Iterator, Sequence

from function.base.problems import Problem, describe
from function.base.text import Text

_MINUTE = "([0-5]?[0-9])"
_HOUR = "([01]?[0-9]|2[0-3])"
_DAY = "(0?[1-9]|[12][0-9]|3[01])"
_WEEKDAYS = ("sun", "mon", "tue", "wed", "thu", "fri", "sat")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_RANGE = re.compile("([0-9]{1,2}|[a-z]{3})-([0-9]{1,2}|[a-z]{3})")


def _named(names: Sequence[str]) -> str:
    """Return the pattern of some names in any case; editors do not know the flag for that."""
    return "|".join("".join(f"[{letter}{letter.upper()}]" for letter in name) for name in names)


_MONTH_NUMBER, _WEEKDAY_NUMBER = "(0?[1-9]|1[0-2])", "(0?[0-6])"
_MONTH = f"({_MONTH_NUMBER}|{_named(_MONTHS)})"
_WEEKDAY = f"({_WEEKDAY_NUMBER}|{_named(_WEEKDAYS)})"


def _field(value: str) -> str:
    """Return the pattern of a field: a list of *, values and ranges, each with a step."""
    item = f"([*?]|{value}(-{value})?)(/0*[1-9][0-9]{{0,2}})?"
    return f"{item}(,{item})*"


def expression(example: str) -> Text:
    """Return the type of an expression."""
    return Text(
        "^" + " ".join(map(_field, (_MINUTE, _HOUR, _DAY, _MONTH, _WEEKDAY))) + "$",
        meaning="a cron expression of five fields within their ranges, such as 0 8 * * 1-5; Sunday is 0",
        example=example,
        max_length=128,
    )


def plain_expression(example: str) -> Text:
    """Return the type of an expression without names, and with lists, ranges, and steps that are not combined."""
    values = (_MINUTE, _HOUR, _DAY, _MONTH_NUMBER, _WEEKDAY_NUMBER)
    fields = (f"({value}(,{value})*|{value}-{value}|[*](/[1-9][0-9]{{0,2}})?)" for value in values)
    return Text(
        f"^{' '.join(fields)}$",
        meaning="a cron expression of five fields, each *, */3, a number, a list, or a range, such as 0 2 * * 1-5",
        example=example,
        max_length=128,
    )


def backward(path: str, written: str) -> Iterator[Problem]:
    """Yield a problem for each range of the expression at `path` that ends before it starts."""
    for low, high in _RANGE.findall(written.lower()):
        if _number(low) > _number(high):
            message = describe("a range must not end before it starts", got=f"'{low}-{high}'")
            yield Problem(path=path, message=message, code="EP227")


def _number(value: str) -> int:
    """Return the number of a minute, hour, day, month or weekday."""
    if value.isdigit():
        return int(value)
    return _WEEKDAYS.index(value) if value in _WEEKDAYS else 1 + _MONTHS.index(value)
