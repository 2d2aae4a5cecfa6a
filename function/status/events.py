"""Events, emitted once when the roll-up changes. The conditions on the observed composite are the only state."""

from collections.abc import Iterable

from function.base.condition import OPERATIONAL, Condition
from function.base.manifest import Json, text_at
from function.base.outcome import Event
from function.delivery.live import condition as observed_condition


def events(composite: Json, conditions: Iterable[Condition]) -> tuple[Event, ...]:
    """Return at most one event: a fault that was not there before, or the recovery from one.

    Progress causes no event, because the phase shows it. Neither does a change of the message alone.
    """
    before = observed_condition(composite, OPERATIONAL)
    now = next((condition for condition in conditions if condition.type == OPERATIONAL), None)
    if now is None or (text_at(before, "status"), text_at(before, "reason")) == (now.status, now.reason):
        return ()
    if now.status == "True":
        return (Event("Normal", now.reason, now.message),) if before else ()
    return (Event("Warning", now.reason, now.message),) if _fault(now) else ()


def _fault(condition: Condition) -> bool:
    return condition.status == "False" and condition.effect != "progressing"
