"""How long a response may be reused. After that time, Crossplane calls the function again.

Crossplane also calls the function whenever the composite or a composed resource changes and, since 2.4, a required
resource, so the time matters only if such a watch event is missing.
"""

from collections.abc import Iterable, Mapping

from function.base.outcome import Requirement

STEADY = 600
"""No change is expected. An hour would suffice, but new settings reach existing services within this time."""

UNSETTLED = 60
"""A change is in progress. A watch event that a circuit breaker dropped is not sent again, and Crossplane before 2.4
does not watch pods and Secrets."""


def refused(requirements: Mapping[str, Requirement]) -> int:
    """Return the time in seconds for a spec that is refused: short if another value of what was read may end that."""
    return UNSETTLED if requirements else STEADY


def seconds(ready: Iterable[bool], requirements: Mapping[str, Requirement], *, operational: bool) -> int:
    """Return the time in seconds: short if a resource is not ready or a required resource may explain a failure."""
    if not all(ready) or (requirements and not operational):
        return UNSETTLED
    return STEADY
