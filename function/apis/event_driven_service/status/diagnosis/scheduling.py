"""Why a pod cannot be scheduled: the scheduler's reasons without its numbers, which change with every node."""

import re
from collections.abc import Iterable

from function.apis.event_driven_service.status.reasons import pods as reasons
from function.base.manifest import Json, text_at
from function.delivery.message import message
from function.status.reason import Cause

_REASON = re.compile(
    r"\d{1,9} (Insufficient [-a-zA-Z0-9./]{0,253}[a-zA-Z0-9]|Too many pods|"
    r"node\(s\) (?:didn't|had|were|did not|don't) [^,.:}(]{1,253})"
)


def unschedulable(conditions: Iterable[Json]) -> Cause | None:
    """Return why the pod has no node, or None if it has one or has not been processed yet."""
    for condition in conditions:
        if text_at(condition, "type") != "PodScheduled" or text_at(condition, "status") != "False":
            continue
        if text_at(condition, "reason") == "SchedulingGated":
            return reasons.UNSCHEDULABLE.because(detail="a scheduling gate delays it")
        if text_at(condition, "reason") == "Unschedulable":
            return reasons.UNSCHEDULABLE.because(detail=_reasons(message(condition)))
    return None


def _reasons(text: str) -> str:
    """Return the reasons before the part about preemption, sorted and without duplicates."""
    filtering = text.partition("preemption:")[0]
    causes = {match.replace("{", "").removeprefix("node(s) ").strip() for match in _REASON.findall(filtering)}
    return ", ".join(sorted(causes)) or "the scheduler gave no reason"
