"""The condition of an alert, taken apart."""

import re
from dataclasses import dataclass
from decimal import Decimal

_METRIC = "[a-zA-Z_:][a-zA-Z0-9_:]*"
_NUMBER = "-?[0-9]{1,15}(?:[.][0-9]{1,9})?"
_DURATION = "[1-9][0-9]{0,3}(?:ms|s|m|h|d)"
_FORM = re.compile(
    rf"(?:(?P<metric>{_METRIC})|abs[(] *(?P<one>{_METRIC}) *- *(?P<other>{_METRIC}) *[)])"
    rf" *(?P<operator>>=|<=|==|!=|>|<) *(?P<number>{_NUMBER})(?P<unit>[a-zA-Z%]*)"
    rf"(?: +(?:in +(?P<window>{_DURATION})|for +(?P<lasting>{_DURATION})))?"
)


@dataclass(frozen=True, kw_only=True)
class Comparison:
    """A comparison of a metric, or of the difference of two, with a number."""

    metrics: tuple[str, ...]
    operator: str
    number: Decimal
    unit: str
    """The unit of the number, as it is written, or ""."""
    window: str | None
    """The time within which it holds at some moment, or a counter increases so much."""
    lasting: str | None
    """The time for which it must hold."""


def comparison(condition: str) -> Comparison:
    """Return the parts of a Condition."""
    found = _FORM.fullmatch(condition)
    if found is None:
        raise ValueError(f"{condition!r} is no Condition")
    names = (found["metric"],) if found["metric"] else (found["one"], found["other"])
    return Comparison(
        metrics=names,
        operator=found["operator"],
        number=Decimal(found["number"]),
        unit=found["unit"],
        window=found["window"],
        lasting=found["lasting"],
    )
