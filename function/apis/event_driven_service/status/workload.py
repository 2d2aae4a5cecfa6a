"""The condition WorkloadAvailable: whether pods of the newest revision serve, and if not, why."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from function.apis.event_driven_service.status.diagnosis.deployment import Replicas
from function.apis.event_driven_service.status.reasons import workload as reasons
from function.base.condition import WORKLOAD_AVAILABLE, Condition
from function.base.manifest import text_at
from function.status import applying
from function.status.conditions import condition
from function.status.observation import Observation
from function.status.reason import Cause, worst
from function.status.reasons.applying import APPLYING, OBJECT_PAUSED


@dataclass(frozen=True, kw_only=True)
class Workload:
    """The condition, and what was found but does not keep the service from serving."""

    condition: Condition
    tolerated: tuple[Cause, ...] = ()


def judge(
    observations: Mapping[str, Observation],
    replicas: Replicas,
    causes: Sequence[Cause],
    *,
    minimum: int,
    scaling_paused: bool,
) -> Workload:
    """Return the judgement; `causes` are what Deployment and pods tell, `minimum` is minReplicas.

    A single failing pod beside enough others is tolerated, and so is a service that wakes from zero, until a cause says
    that waking fails. `scaling_paused` is whether paused scaling keeps the number, be it zero.
    """
    parts = [observation for observation in observations.values() if observation.about == WORKLOAD_AVAILABLE]
    refused = [cause for part in parts if (cause := applying.cause(part)) is not None]
    ready = all(part.ready for part in parts)
    prefix = f"{replicas.summary} pods ready: "
    if ready:
        if replicas.desired == 0:
            return _at_zero(minimum, scaling_paused=scaling_paused)
        if replicas.ready > 0 or not causes:
            detail = "waking from zero" if replicas.ready == 0 else f"{replicas.summary} pods ready"
            return Workload(
                condition=condition(WORKLOAD_AVAILABLE, reasons.AVAILABLE.because(detail=detail)),
                tolerated=tuple(causes),
            )
    cause = worst([*refused, *causes]) or paused(part for part in parts if not part.ready) or _progress(parts, replicas)
    return Workload(condition=condition(WORKLOAD_AVAILABLE, cause, prefix="" if cause.reason is APPLYING else prefix))


def _at_zero(minimum: int, *, scaling_paused: bool) -> Workload:
    if minimum > 0 and not scaling_paused:
        cause = reasons.SCALED_TO_ZERO.because(minimum=str(minimum))
        return Workload(condition=condition(WORKLOAD_AVAILABLE, cause, prefix=f"0/{minimum} pods ready: "))
    detail = "autoscaling is paused at zero replicas" if scaling_paused else "nothing to do, so no pod runs"
    return Workload(condition=condition(WORKLOAD_AVAILABLE, reasons.IDLE.because(detail=detail)))


def paused(observations: Iterable[Observation]) -> Cause | None:
    """Return that someone keeps the provider from these objects, or None."""
    kinds = sorted(text_at(observation.manifest, "kind") for observation in observations if observation.paused)
    return OBJECT_PAUSED.because(kinds=", ".join(kinds)) if kinds else None


def _progress(parts: Sequence[Observation], replicas: Replicas) -> Cause:
    """Return what is being waited for.

    The texts name no object or number that changes on the way: each change would be written to composite and claim.
    """
    if any(part.deleting for part in parts):
        detail = "being deleted, then recreated"
    elif not all(part.live for part in parts):
        detail = "being created"
    elif any(part.applying for part in parts):
        return APPLYING.because()
    else:
        detail = "the pods are being started" if replicas.ready == 0 else "the newest revision is being rolled out"
    return reasons.DEPLOYMENT_NOT_READY.because(detail=detail)
