"""Autoscaling by KEDA."""

from typing import Annotated, Literal

from pydantic import Field

from function.apis.event_driven_service import habits
from function.apis.event_driven_service.triggers import AnyTrigger
from function.base.marks import InSeconds
from function.base.model import Spec
from function.base.problems import Place
from function.base.rule import Rule
from function.base.types import Count, PositiveCount, Seconds, Threshold
from function.base.unique import duplicates, first_repeat


class Fallback(Spec):
    """Number of replicas while the lag cannot be read. The fallback does not start a service from zero replicas."""

    failure_threshold: PositiveCount
    """Number of consecutive failed reads after which the fallback applies."""
    replicas: Count
    """Number of replicas to run."""
    behavior: Literal["static", "currentReplicas", "currentReplicasIfHigher", "currentReplicasIfLower"] | None = None
    """How `replicas` and the current number of replicas are combined (KEDA 2.17 or later). Default: static."""


def _named(scaling: "Scaling") -> list[tuple[str, str]]:
    """Return the names of triggers with their paths."""
    triggers = enumerate(scaling.triggers)
    return [(f"triggers[{position}].name", trigger.name) for position, trigger in triggers if trigger.name is not None]


def _names(scaling: "Scaling") -> list[str]:
    return [name for _, name in _named(scaling)]


class Scaling(Spec):
    """Number of replicas and autoscaling."""

    habits = habits.SCALING

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
            cel="!has(self.triggers) || self.triggers.all(trigger, !has(trigger.name) || "
            "self.triggers.exists_one(other, has(other.name) && other.name == trigger.name))",
            breaks=lambda scaling: Place(first_repeat(_named(scaling))),
            message="trigger names must be unique",
            field="triggers",
            holds=lambda scaling: not duplicates(_names(scaling)),
            got=lambda scaling: f"duplicate {', '.join(duplicates(_names(scaling)))}",
        ),
    )

    enabled: bool = True
    """Set to false to run minReplicas replicas without an autoscaler."""
    min_replicas: Count | None = None
    """Minimum number of replicas. Default: 1. With 0, the service stops when no messages are pending; its
    consumer must then exist before the service is created."""
    max_replicas: PositiveCount | None = None
    """Maximum number of replicas. Default: 10, or minReplicas if that is greater."""
    lag_threshold: Threshold | None = None
    """Target number of pending messages per replica. Default: 5."""
    activation_lag_threshold: Threshold | None = None
    """Number of pending messages above which a service is started from zero replicas. Default: 0."""
    polling_interval: Annotated[int, Field(ge=1, le=3600), InSeconds()] | None = None
    """Interval in seconds at which the lag is read. Default: 30."""
    cooldown_period: Seconds | None = None
    """Seconds without messages before the last replica is stopped, if minReplicas is 0. Default: 300."""
    fallback: Fallback | None = None
    """Number of replicas while the lag cannot be read. Default: the current number."""
    scale_down_stabilization_seconds: Annotated[int, Field(ge=0, le=3600), InSeconds()] | None = None
    """Seconds for which a lower count must hold before replicas are removed. Default: 300, as in Kubernetes."""
    paused: bool = False
    """Set to true to keep the current number of replicas, regardless of the lag."""
    triggers: Annotated[list[AnyTrigger], Field(max_length=10)] = []
    """Additional triggers, besides the service's own consumer. The highest resulting number of replicas applies."""
