"""What scaling triggers need from the rest of the claim."""

from collections.abc import Iterator

from function.apis.event_driven_service.model.service import EventDrivenService
from function.apis.event_driven_service.sizing import resources
from function.base.manifest import mapping_at, text_at
from function.base.problems import Problem, describe, join
from function.base.quantity import parse_quantity
from function.platform.config import PlatformConfig

_UTILIZATION = ("cpu", "memory")
"""Types of triggers that compare with the request of the container."""


def unmeasurable(spec: EventDrivenService, config: PlatformConfig) -> Iterator[Problem]:
    """Yield a problem for each trigger on a resource that the container does not request."""
    kinds = [getattr(trigger, "type", "") for trigger in spec.scaling.triggers]  # an invalid trigger has no type
    if not set(kinds) & {*_UTILIZATION}:
        return
    requests = mapping_at(resources(spec, config), "requests")
    for position, kind in enumerate(kinds):
        if kind in _UTILIZATION and not parse_quantity(text_at(requests, kind) or "0"):
            message = describe(
                f"needs a {kind} request, because utilization is relative to it",
                hint=f"set spec.resources.requests.{kind}",
            )
            yield Problem(path=join("spec.scaling.triggers", position), message=message, code="EP228")
