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
    """One condition; `effect` comes from its reason and is not shown to users.

    The message is never empty: if it were removed, Crossplane would add it to the claim and remove it again for ever.
    """

    type: str
    status: ConditionStatus
    reason: str
    message: str
    effect: Effect = "healthy"

    def __post_init__(self) -> None:
        """Raise ValueError if the message is empty."""
        if not self.message.strip():
            raise ValueError(f"{self.type}: the reason {self.reason} has no message")
