"""A reason: why a condition has its status, with the message to show and the remedy."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from function.base.condition import ConditionStatus, Effect
from function.base.printable import printable

Audience = Literal["claim author", "operator"]
FailureClass = Literal["missing secret", "image pull", "init container", "autoscaler trigger"]
"""The four most common run-time failures."""


@dataclass(frozen=True, kw_only=True)
class Reason:
    """One reason of the closed list. Scripts and alerts match on `name`, so it must not change.

    `conditions` are the types that may have it; a reason without any is shown for single objects in
    `status.resourceRefs`. `message` and `remedy` are templates (str.format). `severity` decides between simultaneous
    causes: the lowest number is reported, because the others often follow from it. `effect` determines the phase if
    this reason decides the roll-up.
    """

    name: str
    conditions: tuple[str, ...]
    status: ConditionStatus
    severity: int
    effect: Effect
    audience: Audience
    meaning: str
    message: str = ""
    remedy: str = ""
    steps: tuple[str, ...] = ()
    failure: FailureClass | None = None

    def because(self, **values: str) -> "Cause":
        """Return the cause with its templates rendered from sanitized values; raises KeyError if a value is missing."""
        shown = {name: printable(value) for name, value in values.items()}
        message = self.message.format(**shown)
        remedy = self.remedy.format(**shown)
        return Cause(self, f"{message}. {remedy}" if remedy else message)


@dataclass(frozen=True)
class Cause:
    """A reason that applies to the observed state, with its message for the claim's author."""

    reason: Reason
    message: str


def worst(causes: Iterable[Cause]) -> Cause | None:
    """Return the cause to report, or None: the one with the lowest severity, then the first by name and message."""
    return min(causes, key=lambda cause: (cause.reason.severity, cause.reason.name, cause.message), default=None)
