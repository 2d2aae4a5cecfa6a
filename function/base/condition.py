"""A status condition of a composite resource and its claim, and the five types that every API reports."""

from dataclasses import dataclass
from typing import Literal

ConditionStatus = Literal["True", "False", "Unknown"]

Effect = Literal["healthy", "idle", "paused", "progressing", "degraded", "blocked"]
"""What a reason means for what the claim requests; each API maps it to its own phases."""

VALIDATED = "Validated"
DEPENDENCIES_READY = "DependenciesReady"
WORKLOAD_AVAILABLE = "WorkloadAvailable"
AUTOSCALER_READY = "AutoscalerReady"
OPERATIONAL = "Operational"
TYPES = (VALIDATED, DEPENDENCIES_READY, WORKLOAD_AVAILABLE, AUTOSCALER_READY, OPERATIONAL)
"""In order of cause and effect: an earlier condition explains the later ones."""


@dataclass(frozen=True)
class Condition:
    """One condition; `effect` comes from its reason and is not shown to users."""

    type: str
    status: ConditionStatus
    reason: str
    message: str = ""
    effect: Effect = "healthy"
