"""Autoscaling by KEDA."""

from typing import Annotated, Literal

from pydantic import Field

from function.apis.event_driven_service.triggers import AnyTrigger
from function.base.model import Spec
from function.base.problems import Place
from function.base.rule import Rule
from function.base.types import Count, PositiveCount, Seconds, Threshold
from function.base.unique import duplicates, first_repeat


class Fallback(Spec):
    """Replicas to run while the lag cannot be read. It does not wake a service from zero."""

    failure_threshold: PositiveCount
    """Failed readings in a row until the fallback holds."""
    replicas: Count
    """Replicas to run then."""
    behavior: Literal["static", "currentReplicas", "currentReplicasIfHigher", "currentReplicasIfLower"] | None = None
    """How `replicas` and the present number are combined (KEDA 2.17 and later). Default: static."""


def _named(scaling: "Scaling") -> list[tuple[str, str]]:
    """Return the names of triggers with their paths."""
    triggers = enumerate(scaling.triggers)
    return [(f"triggers[{position}].name", trigger.name) for position, trigger in triggers if trigger.name is not None]


def _names(scaling: "Scaling") -> list[str]:
    return [name for _, name in _named(scaling)]


class Scaling(Spec):
    """How many replicas run, and why."""

    rules = (
        Rule(
            cel="!has(self.minReplicas) || !has(self.maxReplicas) || self.minReplicas <= self.maxReplicas",
            message="minReplicas must not exceed maxReplicas",
            field="minReplicas",
            holds=lambda scaling: (
                scaling.min_replicas is None
                or scaling.max_replicas is None
                or scaling.min_replicas <= scaling.max_replicas
            ),
            got=lambda scaling: f"{scaling.min_replicas} and {scaling.max_replicas}",
        ),
        Rule(
            cel="!has(self.triggers) || self.triggers.all(one, !has(one.name) || "
            "self.triggers.exists_one(other, has(other.name) && other.name == one.name))",
            breaks=lambda scaling: Place(first_repeat(_named(scaling))),
            message="names of triggers must be unique",
            field="triggers",
            holds=lambda scaling: not duplicates(_names(scaling)),
            got=lambda scaling: ", ".join(duplicates(_names(scaling))) + " twice",
        ),
    )

    enabled: bool = True
    """Set to false to run minReplicas replicas without a scaler."""
    min_replicas: Count | None = None
    """Fewest replicas; 0 stops the service while nothing waits, the consumer must then exist beforehand. Default: 1."""
    max_replicas: PositiveCount | None = None
    """Most replicas. Default: 10, or minReplicas where that is more."""
    lag_threshold: Threshold | None = None
    """Pending messages per replica. Default: 5."""
    activation_lag_threshold: Threshold | None = None
    """Pending messages above which a service at zero replicas starts. Default: 0."""
    polling_interval: Annotated[int, Field(ge=1, le=3600)] | None = None
    """Seconds between two readings of the lag. Default: 30."""
    cooldown_period: Seconds | None = None
    """Seconds without messages until the last replica stops, where minReplicas is 0. Default: 300."""
    fallback: Fallback | None = None
    """What to run while the lag cannot be read. Default: the present number."""
    scale_down_stabilization_seconds: Annotated[int, Field(ge=0, le=3600)] | None = None
    """Seconds a lower number must hold before replicas are stopped. Default: 300, that of Kubernetes."""
    paused: bool = False
    """Set to true to keep the present number of replicas, whatever the lag."""
    triggers: Annotated[list[AnyTrigger], Field(max_length=10)] = []
    """Further reasons to scale, beside the service's own consumer; the highest number wins."""
