"""How long an answer may be reused, which is also when Crossplane asks again by itself.

Crossplane's watches cause a call at every change of the composite and of its composed resources, and since 2.4 of
required ones, so the time matters only where one of these is missing.
"""

from collections.abc import Iterable, Mapping

from function.base.outcome import Requirement

STEADY = 600
"""Nothing is expected to change; an hour would do, but settings reach older services within this time."""

UNSETTLED = 60
"""Something is on its way. A watch event that the composite's circuit breaker swallowed is not sent again, and cores
before 2.4 do not watch pods and Secrets."""


def seconds(ready: Iterable[bool], requirements: Mapping[str, Requirement], *, operational: bool) -> int:
    """Return the time in seconds: short while a resource is unready or something asked for may explain a failure."""
    if not all(ready) or (requirements and not operational):
        return UNSETTLED
    return STEADY
