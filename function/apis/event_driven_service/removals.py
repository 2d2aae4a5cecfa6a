"""Which resources of an EventDrivenService a spec does not need.

This check is deliberately redundant: it reads only spec and settings and does not depend on how resources are built, so
that a bug there cannot delete running resources.
"""

from collections.abc import Callable, Mapping

from function.apis.event_driven_service import hand_over
from function.apis.event_driven_service.adopt import HTTP_SERVICE
from function.apis.event_driven_service.model.service import EventDrivenService
from function.apis.event_driven_service.model.taken_over import TakenOverService
from function.apis.event_driven_service.ports import metrics_port
from function.apis.event_driven_service.resolve import Resolved
from function.apis.event_driven_service.resources import TRIGGER_AUTHENTICATION
from function.platform.config import PlatformConfig
from function.status.safety import UNEXPLAINED


def _wants_metrics(spec: EventDrivenService) -> bool:
    return spec.metrics is not None and spec.metrics.enabled


def _wants_bound_trigger(spec: EventDrivenService) -> bool:
    return spec.scaling.enabled and spec.binding_ref is not None and spec.binding_ref.trigger is not None


_ABSENT: Mapping[str, Callable[[EventDrivenService, PlatformConfig], bool]] = {
    HTTP_SERVICE: lambda spec, _: isinstance(spec, TakenOverService) and not spec.takeover.http_service,
    "networkpolicy": lambda _, config: not config.network_policy.enabled,
    "poddisruptionbudget": lambda spec, _: spec.disruption_budget is None,
    "podmonitor": lambda spec, _: not (_wants_metrics(spec) and metrics_port(spec) is not None),
    "scaledobject": lambda spec, _: not spec.scaling.enabled,
    TRIGGER_AUTHENTICATION: lambda spec, _: not _wants_bound_trigger(spec),
    "servicemonitor": lambda spec, _: not _wants_metrics(spec) or metrics_port(spec) is not None,
}
"""When spec and settings do not need an object, by its key."""


def explained(spec: EventDrivenService, config: PlatformConfig) -> frozenset[str]:
    """Return the keys that spec and settings do not need, so that objects with these keys may be removed."""
    return frozenset(key for key, absent in _ABSENT.items() if absent(spec, config))


def keeps(resolved: Resolved, key: str) -> str | None:
    """Return why the object with this key must not be removed, or None if the spec does not need it."""
    if key == hand_over.KEY:
        return None
    absent = _ABSENT.get(key)
    if absent is not None and absent(resolved.spec, resolved.config):
        return None
    open_stream = resolved.bound.trigger is not None and resolved.bound.authentication is None
    return None if key == TRIGGER_AUTHENTICATION and open_stream else UNEXPLAINED
