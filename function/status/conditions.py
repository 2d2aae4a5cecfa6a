"""The conditions of composites and claims. All are returned on every call: one left out would stay as it was."""

from collections.abc import Sequence
from dataclasses import replace

from function.base.condition import OPERATIONAL, TYPES, VALIDATED, Condition
from function.status.reason import Cause, Reason

_MOST_CHARACTERS = 1024
"""A message is read in a terminal; the API server would take 32768."""

NOT_JUDGED = "not judged; what runs already goes on unchanged"


def condition(kind: str, cause: Cause, *, prefix: str = "") -> Condition:
    """Return the condition that a cause gives; `prefix` is put before its message."""
    reason = cause.reason
    return Condition(kind, reason.status, reason.name, cut(prefix + cause.message), reason.effect)


def cut(text: str) -> str:
    """Return a text short enough for a condition."""
    return text if len(text) <= _MOST_CHARACTERS else text[: _MOST_CHARACTERS - 1] + "…"


def rejected(reason: Reason, message: str) -> tuple[Condition, ...]:
    """Return the conditions of an input that cannot be rendered: what runs already goes on, and is not judged."""
    others = (Condition(kind, "Unknown", reason.name, NOT_JUDGED, reason.effect) for kind in TYPES[1:-1])
    validated = Condition(VALIDATED, reason.status, reason.name, cut(message), reason.effect)
    return (validated, *others, replace(validated, type=OPERATIONAL))


def decisive(conditions: Sequence[Condition]) -> Condition | None:
    """Return the condition that decides the roll-up: the first that is False, else the first Unknown, else None."""
    for status in ("False", "Unknown"):
        for judged in conditions:
            if judged.status == status:
                return judged
    return None
