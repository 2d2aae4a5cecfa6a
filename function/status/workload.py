"""The condition WorkloadAvailable: whether pods of the newest revision serve, and if not, why."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from function.base.manifest import text_at
from function.base.outcome import Condition
from function.status.conditions import WORKLOAD_AVAILABLE, condition
from function.status.diagnosis import applying
from function.status.diagnosis.deployment import Replicas
from function.status.observation import Observation
from function.status.reason import Cause, worst
from function.status.reasons import workload as reasons

PARTS = ("deployment", "service", "serviceaccount")
"""The resources without which a service does not serve; the others have no condition but the roll-up."""


@dataclass(frozen=True, kw_only=True)
class Workload:
    """The condition, and what was found but does not keep the service from serving."""

    condition: Condition
    tolerated: tuple[Cause, ...] = ()


def judge(
    seen: Mapping[str, Observation], replicas: Replicas, causes: Sequence[Cause], *, minimum: int, paused: bool
) -> Workload:
    """Return the judgement; `causes` are what Deployment and pods tell, `minimum` the fewest replicas.

    A single failing pod beside enough others is tolerated, and so is a service that wakes from zero, until a cause says
    that waking fails. `paused` scaling may keep a service at zero.
    """
    refused = [cause for key in PARTS if key in seen and (cause := applying.cause(seen[key])) is not None]
    ready = all(seen[key].ready for key in PARTS if key in seen)
    prefix = f"{replicas.summary} pods ready: "
    if ready and not refused:
        if replicas.desired == 0:
            return _at_zero(minimum, paused=paused)
        if replicas.ready > 0 or not causes:
            detail = "waking from zero" if replicas.ready == 0 else f"{replicas.summary} pods ready"
            return Workload(
                condition=condition(WORKLOAD_AVAILABLE, reasons.AVAILABLE.because(detail=detail)),
                tolerated=tuple(causes),
            )
    cause = (
        worst([*refused, *causes])
        or _paused(seen)
        or reasons.DEPLOYMENT_NOT_READY.because(detail=_waits(seen, replicas))
    )
    return Workload(condition=condition(WORKLOAD_AVAILABLE, cause, prefix=prefix))


def _at_zero(minimum: int, *, paused: bool) -> Workload:
    if minimum > 0 and not paused:
        cause = reasons.SCALED_TO_ZERO.because(minimum=str(minimum))
        return Workload(condition=condition(WORKLOAD_AVAILABLE, cause, prefix=f"0/{minimum} pods ready: "))
    detail = "autoscaling is paused at zero replicas" if paused else "nothing to do, so no pod runs"
    return Workload(condition=condition(WORKLOAD_AVAILABLE, reasons.IDLE.because(detail=detail)))


def _paused(seen: Mapping[str, Observation]) -> Cause | None:
    kinds = sorted(
        text_at(one.manifest, "kind") for key, one in seen.items() if key in PARTS and one.paused and not one.ready
    )
    return reasons.OBJECT_PAUSED.because(kinds=" and the ".join(kinds)) if kinds else None


def _waits(seen: Mapping[str, Observation], replicas: Replicas) -> str:
    """Return what is being waited for, without a number or name that changes on the way."""
    absent = sorted(text_at(seen[key].manifest, "kind") for key in PARTS if key in seen and not seen[key].live)
    if absent:
        return f"not made yet: {', '.join(absent)}"
    if seen["deployment"].ready:
        return "changes of the Service or ServiceAccount are being applied"
    if replicas.ready == 0:
        return "the pods are being started"
    return "the newest revision is being rolled out"
