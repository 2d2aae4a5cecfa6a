"""A reason: why a condition has the status it has, with the words for it and what to do."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from function.base.condition import ConditionStatus, Effect
from function.base.printable import printable

Audience = Literal["claim author", "operator"]
FailureClass = Literal["missing secret", "image pull", "init container", "autoscaler trigger"]
"""The four run-time failures that every team meets first."""


@dataclass(frozen=True, kw_only=True)
class Reason:
    """One member of the closed list; scripts and alerts match on `name`, so it is contract.

    `conditions` are the types that may show it; a reason without any is shown for single objects, in
    `status.resourceRefs`. `message` and `remedy` are templates (str.format). `severity` decides between causes that
    hold at once: the lowest number is told, since the others often follow from it. `effect` gives the phase when this
    reason decides the roll-up.
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
        """Return this reason, its templates filled in with values made fit to print; a missing one is a KeyError."""
        shown = {name: printable(value) for name, value in values.items()}
        message = self.message.format(**shown)
        remedy = self.remedy.format(**shown)
        return Cause(self, f"{message}. {remedy}" if remedy else message)


@dataclass(frozen=True)
class Cause:
    """A reason found in an observed state; the message is one sentence for the claim's author."""

    reason: Reason
    message: str


def worst(causes: Iterable[Cause]) -> Cause | None:
    """Return the cause to tell, or None: the lowest severity; among equals the first message by text."""
    return min(causes, key=lambda cause: (cause.reason.severity, cause.reason.name, cause.message), default=None)
