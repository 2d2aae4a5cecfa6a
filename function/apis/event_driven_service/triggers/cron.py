"""A number of replicas during scheduled hours (KEDA scaler cron)."""

import re
from collections.abc import Iterator, Sequence
from typing import Annotated, Literal

from function.apis.event_driven_service.triggers._trigger import NatsSource, Trigger
from function.base.manifest import Manifest, present
from function.base.problems import Problem, describe, join
from function.base.rule import Rule
from function.base.suggestion import closest_match
from function.base.text import Text
from function.base.time_zones import TIME_ZONES
from function.base.types import PositiveCount
from function.platform.config import PlatformConfig

_MINUTE = "([0-5]?[0-9])"
_HOUR = "([01]?[0-9]|2[0-3])"
_DAY = "(0?[1-9]|[12][0-9]|3[01])"
_WEEKDAYS = ("sun", "mon", "tue", "wed", "thu", "fri", "sat")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def _named(names: Sequence[str]) -> str:
    """Return the pattern of some names in any case; editors do not know the flag for that."""
    return "|".join("".join(f"[{letter}{letter.upper()}]" for letter in name) for name in names)


_MONTH = f"(0?[1-9]|1[0-2]|{_named(_MONTHS)})"
_WEEKDAY = f"(0?[0-6]|{_named(_WEEKDAYS)})"


def _field(value: str) -> str:
    """Return the pattern of a field: a list of *, values and ranges, each with a step."""
    item = f"([*?]|{value}(-{value})?)(/0*[1-9][0-9]{{0,2}})?"
    return f"{item}(,{item})*"


_RANGE = re.compile("([0-9]{1,2}|[a-z]{3})-([0-9]{1,2}|[a-z]{3})")


def _expression(example: str) -> Text:
    return Text(
        "^" + " ".join(map(_field, (_MINUTE, _HOUR, _DAY, _MONTH, _WEEKDAY))) + "$",
        meaning="a cron expression of five fields within their ranges, such as 0 8 * * 1-5; Sunday is 0",
        example=example,
        max_length=128,
    )


Start = Annotated[str, _expression("0 8 * * 1-5")]
End = Annotated[str, _expression("0 18 * * 1-5")]
TimeZone = Annotated[
    str,
    Text(
        "^[a-zA-Z0-9_+-]+(/[a-zA-Z0-9_+-]+)*$",
        meaning="a name from the IANA time zone database, such as Europe/Berlin",
        example="Europe/Berlin",
        max_length=64,
    ),
]


class Model(Trigger):
    """Run a number of replicas during scheduled hours."""

    rules = (
        Rule(
            cel="self.start != self.end",
            message="start and end must differ",
            hint="to run replicas at all hours, set scaling.minReplicas",
            field="end",
            holds=lambda cron: cron.start != cron.end,
            got=lambda cron: f"'{cron.end}'",
        ),
    )

    type: Literal["cron"]
    timezone: TimeZone
    """Name from the IANA time zone database, such as Europe/Berlin."""
    start: Start
    """Cron expression (five fields) for the start of the hours."""
    end: End
    """Cron expression (five fields) for the end of the hours."""
    desired_replicas: PositiveCount
    """Number of replicas during these hours."""

    def keda(self, source: NatsSource) -> Manifest:
        """Return the trigger."""
        return present(
            {
                "type": self.type,
                "name": self.name,
                "metadata": {
                    "timezone": self.timezone,
                    "start": self.start,
                    "end": self.end,
                    "desiredReplicas": str(self.desired_replicas),
                },
            }
        )

    def breaches(self, path: str, namespace: str, config: PlatformConfig) -> Iterator[Problem]:
        """Yield what no schema can refuse: an unknown time zone, and a range that ends before it starts."""
        if self.timezone not in TIME_ZONES:
            best = closest_match(self.timezone, TIME_ZONES)
            suggestion = f"; did you mean '{best}'?" if best else ""
            message = f"unknown time zone '{self.timezone}'{suggestion}"
            yield Problem(path=join(path, "timezone"), message=message, code="EP226", suggestion=best)
        for field, expression in (("start", self.start), ("end", self.end)):
            for low, high in _RANGE.findall(expression.lower()):
                if _number(low) > _number(high):
                    message = describe("a range must not end before it starts", got=f"'{low}-{high}'")
                    yield Problem(path=join(path, field), message=message, code="EP227")


def _number(value: str) -> int:
    """Return the number of a minute, hour, day, month or weekday."""
    if value.isdigit():
        return int(value)
    return _WEEKDAYS.index(value) if value in _WEEKDAYS else 1 + _MONTHS.index(value)
