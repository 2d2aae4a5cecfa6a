"""The fields of an EventDrivenService's status, without timestamps, pod names and other values that keep changing."""

from collections.abc import Mapping, Sequence

from function.apis.event_driven_service.model.status import Phase
from function.apis.event_driven_service.resolve import Resolved
from function.apis.event_driven_service.status.diagnosis import deployment, scaled_object
from function.apis.event_driven_service.status.diagnosis.deployment import Replicas
from function.base.condition import Effect
from function.base.image import digest, tag
from function.base.manifest import Manifest
from function.base.problems import Problem
from function.manifests.scaled_object import Limits
from function.status.observation import Observation
from function.status.reason import Cause
from function.status.resource_refs import resource_refs
from function.status.roll_up import RollUp
from function.status.warnings import shown, texts

PHASES: Mapping[Effect, Phase] = {
    "healthy": "Running",
    "idle": "Idle",
    "paused": "Paused",
    "progressing": "Progressing",
    "degraded": "Degraded",
    "blocked": "Blocked",
}

_DIGEST_SHOWN = len("sha256:") + 12


def declared(resolved: Resolved) -> Manifest:
    """Return the fields that follow from the spec."""
    identity = resolved.identity
    host = f"{identity.name}.{identity.namespace}.svc.{resolved.config.cluster_domain}"
    return {
        "observedGeneration": identity.generation,
        "endpoints": [f"http://{host}:{resolved.http_port}"],
    }


def observed(rolled_up: RollUp, replicas: Replicas, observations: Mapping[str, Observation]) -> Manifest:
    """Return the fields that follow from the observed state."""
    workload = observations["deployment"]
    pending = rolled_up.effect == "progressing" and not workload.live
    image = deployment.image(workload)
    return {
        "phase": "Pending" if pending else PHASES[rolled_up.effect],
        "message": rolled_up.message,
        "image": image or None,
        "version": tag(image) or digest(image)[:_DIGEST_SHOWN] or None,
        "replicas": _counts(replicas) if workload.live else None,
        "resourceRefs": resource_refs(observations.values(), scaled_object.refusal, pending=pending),
    }


def warnings(tolerated: Sequence[Cause], doubts: Sequence[Problem]) -> list[str] | None:
    """Return what needs attention but stops nothing: sorted, at most ten, or None."""
    causes = [f"{cause.reason.name}: {cause.message}" for cause in tolerated]
    return shown([*causes, *texts(doubts)]) or None


def _counts(replicas: Replicas) -> Manifest:
    return {
        "summary": replicas.summary,
        "ready": replicas.ready,
        "desired": replicas.desired,
        "updated": replicas.updated,
        "available": replicas.available,
    }


def scaling(scaler: Observation | None, limits: Limits) -> Manifest:
    """Return the state of the autoscaler, without the time when it was last active, which changes on every call."""
    maximum = limits.min_replicas if scaler is None else limits.max_replicas
    return {
        "state": scaled_object.state(scaler),
        "range": f"{limits.min_replicas}/{maximum}",
        "min": limits.min_replicas,
        "max": maximum,
        "hpaName": scaled_object.hpa_name(scaler),
    }
