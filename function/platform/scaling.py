"""The settings of PlatformConfig about autoscaling."""

from typing import Annotated

from pydantic import Field

from function.base.model import Spec
from function.base.rule import Rule
from function.base.types import Count, PositiveCount, Seconds, Threshold


class ScalingDefaults(Spec):
    """Defaults for services that do not set these fields."""

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
    """Minimum number of replicas."""
    max_replicas: PositiveCount = 10
    """Maximum number of replicas."""
    lag_threshold: Threshold = 5
    """Target number of pending messages per replica."""
    polling_interval: Annotated[int, Field(ge=1, le=3600)] | None = None
    """Interval in seconds at which KEDA reads the lag. Default: 30, KEDA's own default."""
    cooldown_period: Seconds | None = None
    """Seconds without messages before the last replica is stopped. Default: 300, KEDA's own default."""


class ScalingPolicy(Spec):
    """Limits and defaults of autoscaling."""

    max_replicas: PositiveCount | None = None
    """Maximum number of replicas that a claim may request. Default: no limit."""
    defaults: ScalingDefaults = ScalingDefaults()
    """Defaults for services that do not set these fields."""
