"""How long a response may be reused. After that time, Crossplane calls the function again.

Crossplane also calls the function whenever the composite or a composed resource changes and, since 2.4, a required
resource, so the time matters only if such a watch event is missing.
"""

from collections.abc import Iterable, Mapping

from function.base.manifest import Json, text_at
from function.base.outcome import Requirement
from function.delivery.live import condition

_RESPONSIVE = "Responsive"
"""The condition with which Crossplane reports the state of the circuit breaker."""

STEADY = 600
"""No change is expected. An hour would suffice, but new settings reach existing services within this time."""

UNSETTLED = 60
"""A change is in progress, or may be missed: Crossplane before 2.4 does not watch pods and Secrets, and an open circuit
breaker drops watch events."""


def refused(requirements: Mapping[str, Requirement]) -> int:
    """Return the time in seconds for a spec that is refused: short if another value of what was read may end that."""
    return UNSETTLED if requirements else STEADY


def seconds(
    ready: Iterable[bool], requirements: Mapping[str, Requirement], composite: Mapping[str, Json], *, operational: bool
) -> int:
    """Return the time in seconds: short if a resource is not ready, a required resource may explain a failure, or the
    composite's circuit breaker is open."""
    watched = text_at(condition(composite, _RESPONSIVE), "status") != "False"
    if watched and all(ready) and (operational or not requirements):
        return STEADY
    return UNSETTLED
