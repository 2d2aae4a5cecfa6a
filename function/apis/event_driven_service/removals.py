"""Which resources of an EventDrivenService a spec does not need.

This check is deliberately redundant: it reads only spec and settings and does not depend on how resources are built, so
that a bug there cannot delete running resources.
"""

from function.apis.event_driven_service import hand_over
from function.apis.event_driven_service.adopt import HTTP_SERVICE
from function.apis.event_driven_service.model.service import EventDrivenService
from function.apis.event_driven_service.model.taken_over import TakenOverService
from function.apis.event_driven_service.ports import metrics_port
from function.apis.event_driven_service.resolve import Resolved
from function.apis.event_driven_service.resources import TRIGGER_AUTHENTICATION
from function.platform.config import PlatformConfig
from function.status.safety import UNEXPLAINED


def explained(spec: EventDrivenService, config: PlatformConfig) -> frozenset[str]:
    """Return the keys that spec and settings do not need, so that objects with these keys may be removed."""
    wants_metrics = spec.metrics is not None and spec.metrics.enabled
    own_port = metrics_port(spec) is not None
    without = {
        HTTP_SERVICE: isinstance(spec, TakenOverService) and not spec.takeover.http_service,
        "networkpolicy": not config.network_policy.enabled,
        "poddisruptionbudget": spec.disruption_budget is None,
        "podmonitor": not (wants_metrics and own_port),
        "scaledobject": not spec.scaling.enabled,
        TRIGGER_AUTHENTICATION: not (spec.scaling.enabled and spec.binding_ref and spec.binding_ref.trigger),
        "servicemonitor": not wants_metrics or own_port,
    }
    return frozenset(key for key, absent in without.items() if absent)


def keeps(resolved: Resolved, key: str) -> str | None:
    """Return why the object with this key must not be removed, or None if the spec does not need it."""
    if key == hand_over.KEY or key in explained(resolved.spec, resolved.config):
        return None
    open_stream = resolved.bound.trigger is not None and resolved.bound.authentication is None
    return None if key == TRIGGER_AUTHENTICATION and open_stream else UNEXPLAINED
