"""The condition of an alert: its form, and its parts."""

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated

from function.apis.infra_binding.monitoring.metric_name import METRIC
from function.base.text import Text

_OPERATOR = ">=|<=|==|!=|>|<"
_NUMBER = "-?[0-9]{1,15}([.][0-9]{1,9})?"
_UNIT = "ms|[smhd%]|[bB]|[kKmMgG][bB]"
_DURATION = "[1-9][0-9]{0,3}(ms|s|m|h|d)"
_WINDOW = "[1-9][0-9]{0,3}[mhd]"
"""Not seconds: in so short a time, Prometheus usually has fewer than two values of a series, and nothing increases."""

Condition = Annotated[
    str,
    Text(
        rf"^({METRIC}|abs[(] *{METRIC} *- *{METRIC} *[)]) *({_OPERATOR}) *{_NUMBER}({_UNIT})?"
        rf"( +(in +{_WINDOW}|for +{_DURATION}))?$",
        meaning="a metric, a comparison and a number, possibly with a unit, and possibly followed by 'for' and a "
        "duration, or by 'in' and one in minutes, hours or days",
        example="checkpoint_failures > 3 in 10m",
        max_length=256,
    ),
]

_PARTS = re.compile(
    rf"^((?P<metric>{METRIC})|abs[(] *(?P<first>{METRIC}) *- *(?P<second>{METRIC}) *[)])"
    rf" *(?P<operator>{_OPERATOR}) *(?P<number>{_NUMBER})(?P<unit>{_UNIT})?"
    rf"( +(in +(?P<window>{_WINDOW})|for +(?P<lasting>{_DURATION})))?$"
)
"""The same form with names for the parts, which the patterns of API servers cannot have."""


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
    found = _PARTS.fullmatch(condition)
    if found is None:
        raise ValueError(f"{condition!r} is not a Condition")
    metrics = (found["metric"],) if found["metric"] else (found["first"], found["second"])
    return Comparison(
        metrics=metrics,
        operator=found["operator"],
        number=Decimal(found["number"]),
        unit=found["unit"] or "",
        window=found["window"],
        lasting=found["lasting"],
    )
