"""The roll-up: condition Operational, its effect, and the one sentence for the claim's author."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

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
    """What the claim shows first."""

    condition: Condition
    effect: Effect
    message: str


def roll_up(
    judged: Sequence[Condition],
    observations: Iterable[Observation],
    *,
    healthy: Reason,
    tolerated: Sequence[Cause] = (),
    serving: bool = False,
) -> RollUp:
    """Return the roll-up of the judged conditions, in the order of cause and effect.

    `observations` are the composed resources, of which those count here that no other condition is about; `healthy` is
    the reason where nothing is wrong, `tolerated` what is wrong without harm so far, `serving` whether pods serve.
    """
    others = [observation for observation in observations if observation.about == OPERATIONAL]
    found = decisive(judged) if any(condition.status == "False" for condition in judged) else None
    found = found or _others(others) or decisive(judged)
    if found is not None:
        told = Condition(OPERATIONAL, found.status, found.reason, found.message, found.effect)
        return RollUp(condition=told, effect=_effect(found, serving=serving), message=found.message)
    well = condition(OPERATIONAL, healthy.because())
    harm = worst(tolerated)
    if harm is not None:
        effect: Effect = "paused" if harm.reason.effect == "paused" else "degraded"
        return RollUp(condition=well, effect=effect, message=harm.message)
    return RollUp(condition=well, effect=_quiet(judged), message=well.message)


def _others(others: Sequence[Observation]) -> Condition | None:
    """Return what is wrong with the resources that no other condition is about, or None."""
    cause = worst(found for observation in others if (found := applying.cause(observation)) is not None)
    if cause is None and any(observation.live and observation.applying for observation in others):
        cause = APPLYING.because()
    if cause is None:
        kinds = sorted(text_at(observation.manifest, "kind") for observation in others if not observation.ready)
        cause = reasons.RESOURCES_PENDING.because(kinds=", ".join(kinds)) if kinds else None
    return condition(OPERATIONAL, cause) if cause is not None else None


def _effect(found: Condition, *, serving: bool) -> Effect:
    """Return the effect of the deciding reason; a service that still serves is not blocked but degraded."""
    return "degraded" if found.effect == "blocked" and serving else found.effect


def _quiet(judged: Sequence[Condition]) -> Effect:
    effects = {condition.effect for condition in judged}
    return "paused" if "paused" in effects else "idle" if "idle" in effects else "healthy"
