"""Replicas and autoscaling of an EventDrivenService."""

from dataclasses import replace

from function.apis.event_driven_service.model.nats import Nats
from function.apis.event_driven_service.model.scaling import Scaling
from function.apis.event_driven_service.model.service import EventDrivenService
from function.apis.event_driven_service.triggers import NatsSource
from function.apis.event_driven_service.triggers.nats_jetstream import metadata
from function.base.manifest import Manifest, present
from function.manifests.scaled_object import Limits
from function.platform.config import PlatformConfig


def limits(scaling: Scaling, config: PlatformConfig) -> Limits:
    """Return bounds and timing; a default is adjusted to the bounds that the claim or the platform sets."""
    defaults = config.scaling.defaults
    minimum, maximum = scaling.min_replicas, scaling.max_replicas
    allowed = config.scaling.max_replicas or defaults.max_replicas
    if minimum is None:
        minimum = min(defaults.min_replicas, allowed if maximum is None else maximum)
    if maximum is None:
        maximum = max(min(defaults.max_replicas, allowed), minimum)
    return Limits(
        min_replicas=minimum,
        max_replicas=maximum,
        polling_interval=scaling.polling_interval or defaults.polling_interval,
        cooldown_period=defaults.cooldown_period if scaling.cooldown_period is None else scaling.cooldown_period,
        scale_down_stabilization=scaling.scale_down_stabilization_seconds,
    )


def triggers(spec: EventDrivenService, source: NatsSource, bound: Manifest | None = None) -> list[Manifest]:
    """Return the triggers: what the service consumes first, then the claim's other triggers.

    `bound` is the trigger for the stream of a binding, in place of one for `nats`.
    """
    own = _consumer(spec.nats, spec.scaling, source) if spec.nats is not None else bound
    return [*([own] if own else []), *(trigger.keda(source) for trigger in spec.scaling.triggers)]


def _consumer(nats: Nats, scaling: Scaling, source: NatsSource) -> Manifest:
    return {
        "type": "nats-jetstream",
        "metadata": metadata(
            source=replace(source, lag_threshold=scaling.lag_threshold or source.lag_threshold),
            stream=nats.stream,
            consumer=nats.consumer,
            activation_lag_threshold=scaling.activation_lag_threshold,
        ),
    }


def fallback(scaling: Scaling) -> Manifest | None:
    """Return `fallback` of the scaler, which applies while KEDA cannot read the lag."""
    if scaling.fallback is None:
        return None
    return present(
        {
            "failureThreshold": scaling.fallback.failure_threshold,
            "replicas": scaling.fallback.replicas,
            "behavior": scaling.fallback.behavior,
        }
    )
