"""A number of replicas during scheduled hours (KEDA scaler cron)."""

from collections.abc import Iterator
from typing import Annotated, Literal

from function.apis.event_driven_service.triggers._trigger import NatsSource, Trigger
from function.base.cron import backward, expression
from function.base.manifest import Manifest, present
from function.base.problems import Problem, join
from function.base.rule import Rule
from function.base.suggestion import closest_match
from function.base.text import Text
from function.base.time_zones import TIME_ZONES
from function.base.types import PositiveCount
from function.platform.config import PlatformConfig

Start = Annotated[str, expression("0 8 * * 1-5")]
End = Annotated[str, expression("0 18 * * 1-5")]
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
        for field, written in (("start", self.start), ("end", self.end)):
            yield from backward(join(path, field), written)
