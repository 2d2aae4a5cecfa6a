"""The roll-up: the condition Operational, its effect, and the message for the claim's author."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from function.base.condition import OPERATIONAL, Condition, Effect
from function.base.manifest import text_at
from function.status import applying
from function.status.conditions import condition, decisive
from function.status.observation import Observation
from function.status.reason import Cause, Reason, worst
from function.status.reasons import operational as reasons
from function.status.reasons.applying import APPLYING


@dataclass(frozen=True, kw_only=True)
class RollUp:
    """The overall state of a claim."""

    condition: Condition
    effect: Effect
    message: str


def roll_up(
    conditions: Sequence[Condition],
    observations: Iterable[Observation],
    *,
    healthy: Reason,
    tolerated: Sequence[Cause] = (),
    serving: bool = False,
) -> RollUp:
    """Return the roll-up of the conditions, which are in order of cause and effect.

    `observations` are the composed resources; only those that no other condition covers count here. `healthy` is the
    reason if nothing is wrong, `tolerated` are causes that do no harm yet, `serving` is whether any pod is ready.
    """
    others = [observation for observation in observations if observation.about == OPERATIONAL]
    deciding = decisive(conditions) if any(condition.status == "False" for condition in conditions) else None
    deciding = deciding or _others(others) or decisive(conditions)
    if deciding is not None:
        rolled_up = replace(deciding, type=OPERATIONAL)
        return RollUp(condition=rolled_up, effect=_effect(deciding, serving=serving), message=deciding.message)
    operational = condition(OPERATIONAL, healthy.because())
    harm = worst(tolerated)
    if harm is not None:
        effect: Effect = "paused" if harm.reason.effect == "paused" else "degraded"
        return RollUp(condition=operational, effect=effect, message=harm.message)
    return RollUp(condition=operational, effect=_healthy_effect(conditions), message=operational.message)


def _others(others: Sequence[Observation]) -> Condition | None:
    """Return what is wrong with the resources that no other condition covers, or None."""
    worst_cause = worst(cause for observation in others if (cause := applying.cause(observation)) is not None)
    if worst_cause is None and any(observation.live and observation.applying for observation in others):
        worst_cause = APPLYING.because()
    if worst_cause is None:
        kinds = sorted(text_at(observation.manifest, "kind") for observation in others if not observation.ready)
        worst_cause = reasons.RESOURCES_PENDING.because(kinds=", ".join(kinds)) if kinds else None
    return condition(OPERATIONAL, worst_cause) if worst_cause is not None else None


def _effect(deciding: Condition, *, serving: bool) -> Effect:
    """Return the effect of the deciding reason; a service with ready pods is degraded rather than blocked."""
    return "degraded" if deciding.effect == "blocked" and serving else deciding.effect


def _healthy_effect(conditions: Sequence[Condition]) -> Effect:
    effects = {condition.effect for condition in conditions}
    return "paused" if "paused" in effects else "idle" if "idle" in effects else "healthy"
