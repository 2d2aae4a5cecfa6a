"""The settings of PlatformConfig about autoscaling."""

from typing import Annotated

from pydantic import Field

from function.base.model import Spec
from function.base.rule import Rule
from function.base.types import Count, PositiveCount, Seconds, Threshold


class ScalingDefaults(Spec):
    """What services get unless their claims say otherwise."""

    rules = (
        Rule(
            cel="(has(self.minReplicas) ? self.minReplicas : 1) <= (has(self.maxReplicas) ? self.maxReplicas : 10)",
            message="minReplicas must not exceed maxReplicas",
            field="minReplicas",
            holds=lambda defaults: defaults.min_replicas <= defaults.max_replicas,
            got=lambda defaults: f"{defaults.min_replicas} and {defaults.max_replicas}",
        ),
    )

    min_replicas: Count = 1
    """Fewest replicas."""
    max_replicas: PositiveCount = 10
    """Most replicas."""
    lag_threshold: Threshold = 5
    """Pending messages per replica."""
    polling_interval: Annotated[int, Field(ge=1, le=3600)] | None = None
    """Seconds between two readings of the lag. Default: KEDA's, 30."""
    cooldown_period: Seconds | None = None
    """Seconds without messages until the last replica stops. Default: KEDA's, 300."""


class ScalingPolicy(Spec):
    """What autoscaling may do."""

    max_replicas: PositiveCount | None = None
    """Most replicas a claim may ask for. Default: no limit."""
    defaults: ScalingDefaults = ScalingDefaults()
    """What services get unless their claims say otherwise."""
