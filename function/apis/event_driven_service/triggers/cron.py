"""A number of replicas during scheduled hours (KEDA scaler cron)."""

from typing import Annotated, Literal

from pydantic import Field

from function.apis.event_driven_service.triggers._trigger import NatsSource, Trigger
from function.base.manifest import Manifest, present
from function.base.text import Text
from function.base.types import PositiveCount

CronExpression = Annotated[
    str,
    Text(
        "^[^ ]+( [^ ]+){4}$",
        meaning="a cron expression of five fields, such as 0 8 * * 1-5",
        example="0 8 * * 1-5",
        max_length=128,
    ),
]


class Model(Trigger):
    """Run a number of replicas during scheduled hours."""

    type: Literal["cron"]
    timezone: Annotated[str, Field(min_length=1, max_length=64)]
    """Name from the IANA time zone database, such as Europe/Berlin."""
    start: CronExpression
    """Cron expression (five fields) for the start of the hours."""
    end: CronExpression
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
