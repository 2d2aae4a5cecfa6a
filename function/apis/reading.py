"""The answer while Crossplane has not fetched what the function asks for."""

from collections.abc import Callable, Sequence

from function.base.condition import Condition
from function.base.outcome import Composed, Outcome
from function.base.request import Request
from function.delivery.unchanged import unchanged
from function.status import ttl


def reading(request: Request, ours: Callable[[str], bool], conditions: Sequence[Condition]) -> Outcome:
    """Return the answer: of what is observed, the resources with keys of `ours` stay as they are."""
    kept = {key: found for key, found in request.observed.items() if ours(key)}
    return Outcome(
        resources={key: Composed(unchanged(found), ready=True) for key, found in kept.items()},
        conditions=tuple(conditions),
        ttl_seconds=ttl.UNSETTLED,
    )
