"""A schedule that asks for more replicas than the service may have."""

from collections.abc import Iterator

from function.apis.doubt import Doubt
from function.apis.event_driven_service.resolve import Resolved
from function.apis.event_driven_service.triggers.cron import Model as Cron
from function.base.problems import join
from function.platform.config import PlatformConfig


def _capped(resolved: Resolved) -> Iterator[str]:
    for position, trigger in enumerate(resolved.spec.scaling.triggers):
        if isinstance(trigger, Cron) and trigger.desired_replicas > resolved.limits.max_replicas:
            yield join("spec.scaling.triggers", position, "desiredReplicas")


def _cel(config: PlatformConfig) -> str:
    defaults = config.scaling.defaults
    default = min(defaults.max_replicas, config.scaling.max_replicas or defaults.max_replicas)
    minimum = "object.spec.scaling.minReplicas"
    most = (
        "(has(object.spec.scaling.maxReplicas) ? object.spec.scaling.maxReplicas : "
        f"(has({minimum}) && {minimum} > {default} ? {minimum} : {default}))"
    )
    return (
        "!has(object.spec.scaling) || !has(object.spec.scaling.triggers) || object.spec.scaling.triggers.all(trigger, "
        f"trigger.type != 'cron' || !has(trigger.desiredReplicas) || trigger.desiredReplicas <= {most})"
    )


DOUBT = Doubt(
    code="EP332",
    field="spec.scaling.triggers",
    message="desiredReplicas is above the maximum number of replicas, which applies nevertheless",
    hint="raise spec.scaling.maxReplicas, or lower desiredReplicas",
    find=_capped,
    cel=_cel,
)
