"""Whether a call changes the acceptance of an input. The conditions on the observed composite are the only state."""

from collections.abc import Iterable

from function.base.condition import VALIDATED, Condition
from function.base.manifest import Json, text_at
from function.base.summary import Change
from function.delivery.live import condition as observed_condition
from function.status.reasons.input import PLATFORM_CONFIG_INVALID


def change(composite: Json, conditions: Iterable[Condition]) -> Change | None:
    """Return what is new since the last call, or None: only the first refusal of a series counts."""
    found = observed_condition(composite, VALIDATED)
    before = _refusal(text_at(found, "status"), text_at(found, "reason"))
    condition = next((condition for condition in conditions if condition.type == VALIDATED), None)
    if condition is None or condition.status == "Unknown":
        return None
    now = _refusal(condition.status, condition.reason)
    if now == before:
        return None
    if now is not None:
        return now
    return "accepted" if before == "refused" else "settings repaired"


def _refusal(status: str, reason: str) -> Change | None:
    if status != "False":
        return None
    return "settings broken" if reason == PLATFORM_CONFIG_INVALID.name else "refused"
