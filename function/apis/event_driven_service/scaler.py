"""The ScaledObject of an EventDrivenService, and how KEDA authenticates for it."""

from function.apis.event_driven_service.resolve import Resolved
from function.apis.event_driven_service.scaling import fallback, triggers
from function.base import naming
from function.base.manifest import Manifest
from function.manifests import scaled_object, trigger_authentication


def of_service(resolved: Resolved) -> Manifest | None:
    """Return the ScaledObject, or None if scaling is off."""
    scaling = resolved.spec.scaling
    if not scaling.enabled:
        return None
    return scaled_object.manifest(
        resolved.meta,
        limits=resolved.limits,
        triggers=triggers(resolved.spec, resolved.source, _bound(resolved)),
        fallback=fallback(scaling),
        paused=scaling.paused,
    )


def authentication(resolved: Resolved) -> Manifest | None:
    """Return the TriggerAuthentication for the stream of the binding, or None if KEDA needs none."""
    spec = resolved.bound.authentication
    if spec is None or not resolved.spec.scaling.enabled:
        return None
    return trigger_authentication.manifest(resolved.meta, spec=spec)


def _bound(resolved: Resolved) -> Manifest | None:
    """Return the trigger for the stream of the binding, with the name of its TriggerAuthentication if it needs one."""
    trigger = resolved.bound.trigger
    if trigger is None or resolved.bound.authentication is None:
        return trigger
    return {**trigger, "authenticationRef": {"name": naming.scaler(resolved.meta.name)}}
