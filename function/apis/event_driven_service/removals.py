"""Which resources of an EventDrivenService a spec does without.

This is a second opinion on purpose: it reads the spec alone and knows nothing of how resources are built, so that a
mistake there cannot delete what runs.
"""

from function.apis.event_driven_service.model.service import EventDrivenService
from function.apis.event_driven_service.ports import metrics_port
from function.apis.event_driven_service.resolve import Resolved
from function.status.safety import UNEXPLAINED


def explained(spec: EventDrivenService) -> frozenset[str]:
    """Return the keys that the spec does without, so that an object under such a key may go."""
    wants_metrics = spec.metrics is not None and spec.metrics.enabled
    own_port = metrics_port(spec) is not None
    without = {
        "poddisruptionbudget": spec.disruption_budget is None,
        "podmonitor": not (wants_metrics and own_port),
        "scaledobject": not spec.scaling.enabled,
        "servicemonitor": not wants_metrics or own_port,
    }
    return frozenset(key for key, absent in without.items() if absent)


def keeps(resolved: Resolved, key: str) -> str | None:
    """Return why the object under the key must not go, or None where the spec does without it."""
    return None if key in explained(resolved.spec) else UNEXPLAINED
