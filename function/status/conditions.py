"""The conditions of composites and claims. All are returned on every call: an omitted one would keep its old value."""

from collections.abc import Sequence
from dataclasses import replace

from function.base.condition import OPERATIONAL, TYPES, VALIDATED, Condition
from function.status.reason import Cause, Reason
from function.status.reasons.variables import READING_VARIABLES

_MAX_CHARACTERS = 1024
"""Messages are read in a terminal; the API server would accept 32768 characters."""

NOT_EVALUATED = "not evaluated; running resources stay unchanged"


def condition(kind: str, cause: Cause, *, prefix: str = "") -> Condition:
    """Return the condition for a cause; `prefix` is added before its message."""
    reason = cause.reason
    return Condition(kind, reason.status, reason.name, cut(prefix + cause.message), reason.effect)


def cut(text: str) -> str:
    """Return the text, truncated to the maximum length of a condition's message."""
    return text if len(text) <= _MAX_CHARACTERS else text[: _MAX_CHARACTERS - 1] + "…"


def rejected(reason: Reason, message: str) -> tuple[Condition, ...]:
    """Return the conditions of an input that cannot be rendered: running resources stay, and are not evaluated."""
    others = (Condition(kind, "Unknown", reason.name, NOT_EVALUATED, reason.effect) for kind in TYPES[1:-1])
    validated = Condition(VALIDATED, reason.status, reason.name, cut(message), reason.effect)
    return (validated, *others, replace(validated, type=OPERATIONAL))


def reading(names: Sequence[str]) -> tuple[Condition, ...]:
    """Return the conditions while objects with values of variables are fetched, by the names of their requirements."""
    cause = READING_VARIABLES.because(names=", ".join(names))
    return tuple(condition(kind, cause) for kind in TYPES)


def decisive(conditions: Sequence[Condition]) -> Condition | None:
    """Return the condition that decides the roll-up: the first that is False, else the first Unknown, else None."""
    for status in ("False", "Unknown"):
        for condition in conditions:
            if condition.status == status:
                return condition
    return None
