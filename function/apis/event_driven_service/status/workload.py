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
from function.status.reasons.applying import OBJECT_PAUSED


@dataclass(frozen=True, kw_only=True)
class Workload:
    """The condition, and what was found but does not keep the service from serving."""

    condition: Condition
    tolerated: tuple[Cause, ...] = ()


def judge(
    seen: Mapping[str, Observation], replicas: Replicas, causes: Sequence[Cause], *, minimum: int, held: bool
) -> Workload:
    """Return the judgement; `causes` are what Deployment and pods tell, `minimum` the fewest replicas.

    A single failing pod beside enough others is tolerated, and so is a service that wakes from zero, until a cause says
    that waking fails. `held` is whether paused scaling keeps the number, be it zero.
    """
    refused = [cause for one in _parts(seen) if (cause := applying.cause(one)) is not None]
    ready = all(one.ready for one in _parts(seen))
    prefix = f"{replicas.summary} pods ready: "
    if ready and not refused:
        if replicas.desired == 0:
            return _at_zero(minimum, held=held)
        if replicas.ready > 0 or not causes:
            detail = "waking from zero" if replicas.ready == 0 else f"{replicas.summary} pods ready"
            return Workload(
                condition=condition(WORKLOAD_AVAILABLE, reasons.AVAILABLE.because(detail=detail)),
                tolerated=tuple(causes),
            )
    cause = (
        worst([*refused, *causes])
        or paused(one for one in _parts(seen) if not one.ready)
        or reasons.DEPLOYMENT_NOT_READY.because(detail=_waits(seen, replicas))
    )
    return Workload(condition=condition(WORKLOAD_AVAILABLE, cause, prefix=prefix))


def _at_zero(minimum: int, *, held: bool) -> Workload:
    if minimum > 0 and not held:
        cause = reasons.SCALED_TO_ZERO.because(minimum=str(minimum))
        return Workload(condition=condition(WORKLOAD_AVAILABLE, cause, prefix=f"0/{minimum} pods ready: "))
    detail = "autoscaling is paused at zero replicas" if held else "nothing to do, so no pod runs"
    return Workload(condition=condition(WORKLOAD_AVAILABLE, reasons.IDLE.because(detail=detail)))


def paused(seen: Iterable[Observation]) -> Cause | None:
    """Return that someone keeps the provider from these objects, or None."""
    kinds = sorted(text_at(one.manifest, "kind") for one in seen if one.paused)
    return OBJECT_PAUSED.because(kinds=", ".join(kinds)) if kinds else None


def _waits(seen: Mapping[str, Observation], replicas: Replicas) -> str:
    """Return what is being waited for, without a number or name that changes on the way."""
    for what, parts in (
        ("being deleted, then made anew", [one for one in _parts(seen) if one.deleting]),
        ("not made yet", [one for one in _parts(seen) if not one.live]),
        ("changes are being applied", [one for one in _parts(seen) if not one.applied]),
    ):
        if parts:
            return f"{what}: {', '.join(sorted(text_at(one.manifest, 'kind') for one in parts))}"
    return "the pods are being started" if replicas.ready == 0 else "the newest revision is being rolled out"


def _parts(seen: Mapping[str, Observation]) -> list[Observation]:
    return [observation for observation in seen.values() if observation.about == WORKLOAD_AVAILABLE]
