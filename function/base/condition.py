"""A status condition of a composite resource and its claim, and the five types that every API carries."""

from dataclasses import dataclass
from typing import Literal

ConditionStatus = Literal["True", "False", "Unknown"]

Effect = Literal["healthy", "idle", "paused", "progressing", "degraded", "blocked"]
"""What a reason means for whatever the claim asks for; each API has its own phases for it."""

VALIDATED = "Validated"
DEPENDENCIES_READY = "DependenciesReady"
WORKLOAD_AVAILABLE = "WorkloadAvailable"
AUTOSCALER_READY = "AutoscalerReady"
OPERATIONAL = "Operational"
TYPES = (VALIDATED, DEPENDENCIES_READY, WORKLOAD_AVAILABLE, AUTOSCALER_READY, OPERATIONAL)
"""In the order of cause and effect: what an earlier one says explains the later ones."""


@dataclass(frozen=True)
class Condition:
    """One condition; `effect` is that of its reason and is not part of what users see."""

    type: str
    status: ConditionStatus
    reason: str
    message: str = ""
    effect: Effect = "healthy"
