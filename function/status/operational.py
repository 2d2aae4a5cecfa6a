"""The roll-up: condition Operational, phase, and the one sentence for the claim's author."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from function.base.manifest import text_at
from function.base.outcome import Condition
from function.spec.event_driven_service_status import Phase
from function.status.conditions import OPERATIONAL, condition, decisive
from function.status.diagnosis import applying
from function.status.diagnosis.deployment import Replicas
from function.status.observation import Observation
from function.status.reason import Cause, worst
from function.status.reasons import operational as reasons
from function.status.registry import REASONS


@dataclass(frozen=True, kw_only=True)
class RollUp:
    """What the claim shows first."""

    condition: Condition
    phase: Phase
    message: str


def roll_up(
    judged: Sequence[Condition], others: Mapping[str, Observation], replicas: Replicas, tolerated: Sequence[Cause]
) -> RollUp:
    """Return the roll-up of the judged conditions, in the order of cause and effect.

    `others` are the resources that no condition is about, `tolerated` what was found wrong without harm so far.
    """
    found = decisive(judged) if any(one.status == "False" for one in judged) else None
    found = found or _others(others) or decisive(judged)
    if found is not None:
        told = Condition(OPERATIONAL, found.status, found.reason, found.message)
        return RollUp(condition=told, phase=_phase(found, replicas), message=found.message)
    well = condition(OPERATIONAL, reasons.ALL_WELL.because())
    harm = worst(tolerated)
    if harm is not None:
        phase: Phase = "Paused" if harm.reason.phase == "Paused" else "Degraded"
        return RollUp(condition=well, phase=phase, message=harm.message)
    return RollUp(condition=well, phase=_healthy(judged), message=well.message)


def _others(others: Mapping[str, Observation]) -> Condition | None:
    """Return what is wrong with the resources that no other condition is about, or None."""
    cause = worst(found for one in others.values() if (found := applying.cause(one)) is not None)
    if cause is None:
        kinds = sorted(text_at(one.manifest, "kind") for one in others.values() if not one.ready)
        cause = reasons.RESOURCES_PENDING.because(kinds=", ".join(kinds)) if kinds else None
    return condition(OPERATIONAL, cause) if cause is not None else None


def _phase(found: Condition, replicas: Replicas) -> Phase:
    """Return the phase of the deciding reason; a service that still serves is not blocked, only worse off."""
    phase = REASONS[found.reason].phase
    return "Degraded" if phase == "Blocked" and replicas.ready > 0 else phase


def _healthy(judged: Sequence[Condition]) -> Phase:
    phases = {REASONS[one.reason].phase for one in judged}
    return "Paused" if "Paused" in phases else "Idle" if "Idle" in phases else "Running"
