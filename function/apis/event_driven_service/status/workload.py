"""The condition WorkloadAvailable: whether pods of the newest revision are ready, and if not, why."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from function.apis.event_driven_service.status.commands import Commands
from function.apis.event_driven_service.status.diagnosis.deployment import Replicas
from function.apis.event_driven_service.status.diagnosis.scaled_object import State
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
    """The condition, and causes that do not stop the service."""

    condition: Condition
    tolerated: tuple[Cause, ...] = ()


def evaluate(
    observations: Mapping[str, Observation],
    replicas: Replicas,
    causes: Sequence[Cause],
    *,
    minimum: int,
    scaler: State,
    commands: Commands,
) -> Workload:
    """Return the condition; `causes` come from Deployment and pods, and `minimum` is minReplicas.

    A single failing pod is tolerated if enough others are ready, and so is a service that starts from zero replicas
    without a cause of failure. `scaler` is the state of the autoscaler, which may be paused or off at zero replicas.
    """
    parts = [observation for observation in observations.values() if observation.about == WORKLOAD_AVAILABLE]
    apply_failures = [cause for part in parts if (cause := applying.cause(part)) is not None]
    ready = all(part.ready for part in parts)
    prefix = f"{replicas.summary} pods ready: "
    if ready:
        if replicas.desired == 0:
            return _at_zero(minimum, scaler)
        if replicas.ready > 0 or not causes:
            detail = "starting from zero replicas" if replicas.ready == 0 else f"{replicas.summary} pods ready"
            return Workload(
                condition=condition(WORKLOAD_AVAILABLE, reasons.AVAILABLE.because(detail=detail)),
                tolerated=tuple(causes),
            )
    cause = (
        worst([*apply_failures, *causes])
        or paused(part for part in parts if not part.ready)
        or _progress(parts, replicas, commands)
    )
    return Workload(condition=condition(WORKLOAD_AVAILABLE, cause, prefix="" if cause.reason is APPLYING else prefix))


def _at_zero(minimum: int, scaler: State) -> Workload:
    if minimum > 0 and scaler != "paused":
        cause = reasons.SCALED_TO_ZERO.because(minimum=str(minimum))
        return Workload(condition=condition(WORKLOAD_AVAILABLE, cause, prefix=f"0/{minimum} pods ready: "))
    if scaler == "off":
        return Workload(condition=condition(WORKLOAD_AVAILABLE, reasons.SWITCHED_OFF.because()))
    detail = "autoscaling is paused at zero replicas" if scaler == "paused" else "no replicas are needed"
    return Workload(condition=condition(WORKLOAD_AVAILABLE, reasons.IDLE.because(detail=detail)))


def paused(observations: Iterable[Observation]) -> Cause | None:
    """Return that the reconciliation of some of these objects is paused, or None."""
    kinds = sorted(text_at(observation.manifest, "kind") for observation in observations if observation.paused)
    return OBJECT_PAUSED.because(kinds=", ".join(kinds)) if kinds else None


def _progress(parts: Sequence[Observation], replicas: Replicas, commands: Commands) -> Cause:
    """Return what is in progress.

    The messages contain no names or numbers that change meanwhile: every change is written to composite and claim.
    """
    if any(part.deleting for part in parts):
        return _not_ready("being deleted, then recreated", commands.objects)
    if not all(part.live for part in parts):
        return _not_ready("being created", commands.objects)
    if any(part.applying for part in parts):
        return APPLYING.because()
    detail = "the pods are starting" if replicas.ready == 0 else "the newest revision is being rolled out"
    return _not_ready(detail, commands.pods)


def _not_ready(detail: str, command: str) -> Cause:
    return reasons.DEPLOYMENT_NOT_READY.because(detail=f"{detail}. If this lasts: {command}" if command else detail)
