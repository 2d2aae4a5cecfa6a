"""The conditions of an InfraBinding: its secrets and preflight are its dependencies; streams, jobs and the document
its workload.

An object that could not be applied always affects WorkloadAvailable, even if it fetches secrets. One that belongs to
somebody else comes before what its controller says: that is about the other's spec.
"""

from collections.abc import Callable, Iterable, Mapping

from function.apis.infra_binding.preflight.job import PREFLIGHT
from function.apis.infra_binding.status.ownership import taken
from function.apis.infra_binding.status.reasons import binding as reasons
from function.base.condition import AUTOSCALER_READY, DEPENDENCIES_READY, VALIDATED, WORKLOAD_AVAILABLE, Condition
from function.base.manifest import Json, text_at
from function.manifests.flink_deployment import KIND as JOB_KIND
from function.manifests.postgresql_scheduled_backup import KIND as BACKUP_KIND
from function.manifests.snapshot_schedule import KIND as SCHEDULE_KIND
from function.readiness import flink_deployment, postgresql_scheduled_backup, ready_condition, snapshot_schedule
from function.status import applying
from function.status.conditions import condition
from function.status.observation import Observation
from function.status.reason import Cause, worst
from function.status.reasons.applying import APPLYING
from function.status.reasons.input import VALID

_FAILED: Mapping[str, Callable[[Json], bool]] = {
    BACKUP_KIND.kind: postgresql_scheduled_backup.failed,
    SCHEDULE_KIND.kind: snapshot_schedule.failed,
}
"""How the controllers of kinds without a condition Ready report a failure."""


def evaluate(resources: Iterable[Observation], preflight: Cause | None = None) -> tuple[Condition, ...]:
    """Return all conditions except the roll-up; `resources` are the emitted ones, `preflight` is what it says."""
    observations = list(resources)
    secrets = [observation for observation in observations if _is_secret(observation)]
    objects = [observation for observation in observations if observation.about == WORKLOAD_AVAILABLE]
    dependencies = taken(secrets) or _dependencies(secrets, preflight)
    ready = dependencies.reason.status == "True"
    return (
        condition(VALIDATED, VALID.because()),
        condition(DEPENDENCIES_READY, dependencies),
        condition(
            WORKLOAD_AVAILABLE,
            worst(_failures(observations)) or taken(objects) or _objects(objects, dependencies=ready),
        ),
        condition(AUTOSCALER_READY, reasons.NO_AUTOSCALER.because()),
    )


def _dependencies(secrets: list[Observation], preflight: Cause | None) -> Cause:
    """Return what the preflight says, unless a secret is not ready: it waits for them."""
    found = _secrets(secrets)
    return preflight if preflight is not None and found.reason.status == "True" else found


def _is_secret(observation: Observation) -> bool:
    return observation.about == DEPENDENCIES_READY and text_at(observation.manifest, "kind") != PREFLIGHT.kind


def _secrets(secrets: list[Observation]) -> Cause:
    if not secrets:
        return reasons.NO_SECRETS_FETCHED.because()
    if all(secret.ready for secret in secrets):
        return reasons.SECRETS_FETCHED.because(names=_names(secrets))
    failed = _names(secret for secret in secrets if _has_failed(secret))
    return reasons.SECRET_NOT_FETCHED.because(names=failed) if failed else _progress(secrets)


def _objects(objects: list[Observation], *, dependencies: bool) -> Cause:
    """Return the state of the objects; `dependencies` is whether all that they depend on is ready."""
    jobs = [observation for observation in objects if _is_job(observation)]
    others = [observation for observation in objects if not _is_job(observation)]
    refused = _names(observation for observation in others if _has_failed(observation))
    if refused:
        return reasons.OBJECT_REFUSED.because(names=refused)
    failed = _names(job for job in jobs if job.applied and flink_deployment.failed(job.live))
    if failed:
        return reasons.JOB_FAILED.because(names=failed)
    if all(observation.ready for observation in objects):
        return reasons.OBJECTS_READY.because(names=_names(objects))
    if not all(observation.ready for observation in others):
        return _progress(others)
    waiting = _names(job for job in jobs if not job.live)
    if waiting and not dependencies:
        return reasons.JOBS_WAITING.because(names=waiting)
    return _progress(jobs)


def _progress(observations: list[Observation]) -> Cause:
    """Return what is in progress; objects are named only once all exist, because every change of text is written."""
    if any(observation.applying for observation in observations):
        return APPLYING.because()
    return reasons.OBJECTS_PENDING.because(names=_names(waiting for waiting in observations if not waiting.ready))


def _failures(observations: Iterable[Observation]) -> list[Cause]:
    return [cause for observation in observations if (cause := applying.cause(observation)) is not None]


def _is_job(observation: Observation) -> bool:
    return text_at(observation.manifest, "kind") == JOB_KIND.kind


def _has_failed(observation: Observation) -> bool:
    """Return whether the object's own controller reports a failure of the current spec."""
    failed = _FAILED.get(text_at(observation.manifest, "kind"), ready_condition.failed)
    return observation.applied and failed(observation.live)


def _names(observations: Iterable[Observation]) -> str:
    return ", ".join(
        sorted(
            f"{text_at(observation.manifest, 'kind')} {text_at(observation.manifest, 'metadata', 'name')}"
            for observation in observations
        )
    )
