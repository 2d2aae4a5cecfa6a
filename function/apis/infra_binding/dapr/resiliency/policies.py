"""Policies for calls that fail."""

from typing import Annotated, Literal

from pydantic import Field

from function.apis.infra_binding.l5 import Binding
from function.apis.infra_binding.units import Duration, go_duration
from function.base.manifest import Manifest, present
from function.base.text import Text

PolicyName = Annotated[
    str,
    Text(
        "^[a-zA-Z]([-_a-zA-Z0-9]*[a-zA-Z0-9])?$",
        meaning="letters, digits, '-' and '_', starting with a letter",
        example="general",
        max_length=63,
    ),
]
Trip = Annotated[
    str,
    Text(
        "^(consecutiveFailures|requests|totalFailures|totalSuccesses|consecutiveSuccesses) (>|>=|==) [0-9]{1,9}$",
        meaning="a counter, >, >= or ==, and a number",
        example="consecutiveFailures > 5",
        max_length=48,
    ),
]
Times = Annotated[int, Field(ge=-1, le=1_000_000)]


class Retry(Binding):
    """How a call is repeated."""

    policy: Literal["constant", "exponential"] | None = None
    """Whether the time between calls grows. Default: constant."""
    duration: Duration | None = None
    """Time between calls, for constant. Default: 5s."""
    max_interval: Duration | None = None
    """Maximum time between calls, for exponential. Default: 60s."""
    max_retries: Times | None = None
    """How often a call is repeated; -1 means without limit. Default: -1."""

    def settings(self) -> Manifest:
        """Return the policy under Dapr's names."""
        return present(
            {
                "policy": self.policy,
                "duration": self.duration and go_duration(self.duration),
                "maxInterval": self.max_interval and go_duration(self.max_interval),
                "maxRetries": self.max_retries,
            }
        )


class CircuitBreaker(Binding):
    """When calls stop."""

    trip: Trip | None = None
    """Condition on which calls stop. Default: consecutiveFailures > 5."""
    timeout: Duration | None = None
    """Time after which calls are tried again. Default: 60s."""
    interval: Duration | None = None
    """Time after which the counters start again. Default: never."""
    max_requests: Annotated[int, Field(ge=1, le=1_000_000)] | None = None
    """How many calls are tried then. Default: 1."""

    def settings(self) -> Manifest:
        """Return the policy under Dapr's names."""
        return present(
            {
                "trip": self.trip,
                "timeout": self.timeout and go_duration(self.timeout),
                "interval": self.interval and go_duration(self.interval),
                "maxRequests": self.max_requests,
            }
        )
