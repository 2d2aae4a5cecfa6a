"""The observed resources of a healthy cluster that has applied everything: what a render is expected to become."""

from collections.abc import Callable, Mapping

from function.base.manifest import Json, Manifest, count_at, mapping_at, text_at
from function.delivery.live import KEY, is_object


def observed(composed: Mapping[str, Manifest]) -> dict[str, Manifest]:
    """Return the observed composed resources by key: Objects, and resources that are composed directly."""
    targets = [_target(manifest) for manifest in composed.values()]
    least = max((count_at(target, "spec", "minReplicaCount") for target in targets), default=0)
    return {key: _observed(key, manifest, pods=max(least, 1)) for key, manifest in composed.items()}


def _target(composed: Manifest) -> Manifest:
    return dict(mapping_at(composed, "spec", "forProvider", "manifest")) if is_object(composed) else composed


def _observed(key: str, composed: Manifest, pods: int) -> Manifest:
    seen = _run(_target(composed), pods)
    if is_object(composed):
        status: Manifest = {
            "atProvider": {"manifest": seen},
            "conditions": [_condition("Synced", "ReconcileSuccess"), _condition("Ready", "Available")],
        }
        seen = {**composed, "status": status}
    metadata = mapping_at(seen, "metadata")
    annotations = {**mapping_at(metadata, "annotations"), KEY: key}
    return {**seen, "metadata": {**metadata, "generation": 1, "annotations": annotations}}


def _run(target: Manifest, pods: int) -> Manifest:
    """Return the object with the fields that the controllers of its kind set."""
    running = {**target, "metadata": {**mapping_at(target, "metadata"), "generation": 1}}
    if target["kind"] == "Deployment":
        spec = {"replicas": pods, **mapping_at(target, "spec")}
        return {**running, "spec": spec, "status": _deployment_status(spec["replicas"])}
    if target["kind"] in _STATUS:
        return {**running, "status": _STATUS[str(target["kind"])](target)}
    if _has_ready_condition(text_at(target, "apiVersion").partition("/")[0]):
        return {**running, "status": {"conditions": [_condition("Ready", "Available")]}}
    return running


def _has_ready_condition(group: str) -> bool:
    """Return whether kinds of this group have a condition Ready: custom kinds do, except those of Prometheus."""
    return "." in group and not group.endswith(".k8s.io") and group != "monitoring.coreos.com"


def _deployment_status(pods: Json) -> Manifest:
    return {
        "observedGeneration": 1,
        **dict.fromkeys(("replicas", "updatedReplicas", "readyReplicas", "availableReplicas"), pods),
        "conditions": [
            _condition("Progressing", "NewReplicaSetAvailable"),
            _condition("Available", "MinimumReplicasAvailable"),
        ],
    }


def _stateful_set_status(target: Manifest) -> Manifest:
    pods = mapping_at(target, "spec").get("replicas")
    return {"observedGeneration": 1, **dict.fromkeys(("replicas", "updatedReplicas", "readyReplicas"), pods)}


def _flink_deployment_status(_target: Manifest) -> Manifest:
    return {
        "observedGeneration": 1,
        "lifecycleState": "STABLE",
        "jobManagerDeploymentStatus": "READY",
        "jobStatus": {"state": "RUNNING"},
        "conditions": [_condition("Running", "Ready")],
    }


def _job_status(_target: Manifest) -> Manifest:
    return {"succeeded": 1, "conditions": [_condition("Complete", "CompletionsReached")]}


def _snapshot_schedule_status(_target: Manifest) -> Manifest:
    return {"conditions": [_condition("Reconciled", "ReconcileComplete")]}


def _pooler_status(target: Manifest) -> Manifest:
    return {"instances": mapping_at(target, "spec").get("instances")}


def _scheduled_backup_status(_target: Manifest) -> Manifest:
    return {"lastCheckTime": "1970-01-01T00:00:00Z"}


def _scaled_object_status(target: Manifest) -> Manifest:
    return {
        "hpaName": f"keda-hpa-{text_at(target, 'metadata', 'name')}",
        "conditions": [
            _condition("Ready", "ScaledObjectReady"),
            _condition("Active", "ScalerActive"),
            _condition("Fallback", "NoFallbackFound", "False"),
            {"type": "Paused", "status": "False"},
        ],
    }


def _condition(kind: str, reason: str, status: str = "True") -> Manifest:
    return {"type": kind, "status": status, "reason": reason}


_STATUS: Mapping[str, Callable[[Manifest], Manifest]] = {
    "FlinkDeployment": _flink_deployment_status,
    "Job": _job_status,
    "Pooler": _pooler_status,
    "ScaledObject": _scaled_object_status,
    "ScheduledBackup": _scheduled_backup_status,
    "SnapshotSchedule": _snapshot_schedule_status,
    "StatefulSet": _stateful_set_status,
}
"""The status of the kinds that have more than conditions, others than Ready, or none."""
