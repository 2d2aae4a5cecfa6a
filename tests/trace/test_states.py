"""The state of each kind in one line."""

from typing import Any

import pytest

from function.base.manifest import Json, Manifest, mapping_at
from function.trace.states import of_composite, state
from tests.status.scene import (
    OVERDUE,
    ROLLED_OUT,
    SCALING,
    condition,
    deployment,
    not_applied,
    scaled_object,
    service,
    wrapped,
)

PAUSED = condition("Synced", "False", "ReconcilePaused")


def hpa(*conditions: Manifest, now: int = 1, wanted: int = 3, least: int = 1) -> Manifest:
    return {
        "kind": "HorizontalPodAutoscaler",
        "spec": {"minReplicas": least, "maxReplicas": 10},
        "status": {"currentReplicas": now, "desiredReplicas": wanted, "conditions": list(conditions)},
    }


def annotated(value: Json, name: str = "paused") -> Manifest:
    """Return a ScaledObject with an annotation of KEDA."""
    live = scaled_object(condition("Ready", "True"))
    annotations: Manifest = {f"autoscaling.keda.sh/{name}": value}
    return {**live, "metadata": {"name": "orders-scaler", "annotations": annotations}}


def paused(live: Manifest, value: Json = True) -> Manifest:
    """Return a Deployment whose changes are not rolled out."""
    return {**live, "spec": {**mapping_at(live, "spec"), "paused": value}}


def flink(**status: Json) -> Manifest:
    return {"kind": "FlinkDeployment", "status": status}


def stateful_set(generation: int = 1, **counts: Json) -> Manifest:
    status: Manifest = {"observedGeneration": 1, **counts}
    return {
        "kind": "StatefulSet",
        "metadata": {"generation": generation},
        "spec": {"replicas": 1},
        "status": status,
    }


def schedule(*conditions: Manifest) -> Manifest:
    return {"kind": "SnapshotSchedule", "status": {"conditions": list(conditions)}}


def pooler(created: int) -> Manifest:
    return {"kind": "Pooler", "spec": {"instances": 2}, "status": {"instances": created}}


def backup(**status: str) -> Manifest:
    return {"kind": "ScheduledBackup", "status": status}


def secret(*conditions: Manifest) -> Manifest:
    return {"kind": "ExternalSecret", "status": {"conditions": list(conditions)}}


@pytest.mark.parametrize(
    ("live", "health", "text"),
    [
        (deployment(ROLLED_OUT, ready=1), "ready", "1/1 pods ready"),
        (deployment(ROLLED_OUT, replicas=0), "ready", "0/0 pods ready"),
        (deployment(), "waiting", "0/1 pods ready"),
        ({"kind": "Deployment"}, "waiting", "0/1 pods ready"),
        (deployment(replicas=3, ready=3, updated=1), "waiting", "3/3 pods ready, 1 updated"),
        (deployment(OVERDUE), "failed", "0/1 pods ready, ProgressDeadlineExceeded"),
        (
            deployment(condition("ReplicaFailure", "True", "FailedCreate", "exceeded quota: memory")),
            "failed",
            "0/1 pods ready, pods are rejected: exceeded quota: memory",
        ),
        (
            {**deployment(ready=1), "metadata": {"generation": 2}},
            "waiting",
            "1/1 pods ready, the latest change is not rolled out yet",
        ),
        (paused(deployment(ROLLED_OUT, ready=1)), "waiting", "1/1 pods ready, paused: changes are not rolled out"),
        (paused(deployment(OVERDUE), "yes"), "failed", "0/1 pods ready, ProgressDeadlineExceeded"),
        (stateful_set(readyReplicas=1, updatedReplicas=1), "ready", "1/1 pods ready"),
        (stateful_set(readyReplicas=1), "waiting", "1/1 pods ready"),
        (stateful_set(updatedReplicas=1), "waiting", "0/1 pods ready"),
        (stateful_set(2), "waiting", "0/1 pods ready, the latest change is not rolled out yet"),
        (schedule(), "waiting", "not evaluated yet"),
        (schedule(condition("Ready", "True")), "waiting", "not evaluated yet"),
        (schedule(condition("Reconciled", "True")), "ready", "snapshots are scheduled"),
        (
            schedule(condition("Reconciled", "False", "ReconcileError", "no class")),
            "failed",
            "snapshots fail: no class",
        ),
        (SCALING, "ready", "ready, active"),
        (scaled_object(condition("Ready", "True")), "ready", "ready, idle"),
        (scaled_object(), "waiting", "not evaluated yet"),
        (scaled_object(condition("Ready", "False", "TriggerError")), "failed", "not ready: TriggerError"),
        (
            scaled_object(condition("Ready", "True"), condition("Fallback", "True")),
            "failed",
            "fallback: a trigger is failing",
        ),
        (scaled_object(condition("Paused", "True"), condition("Ready", "True")), "waiting", "paused"),
        (annotated("true"), "waiting", "paused by annotation"),
        (annotated("yes"), "waiting", "paused by annotation"),
        (annotated("3", "paused-replicas"), "waiting", "paused by annotation, at 3 replicas"),
        (annotated("1", "paused-replicas"), "waiting", "paused by annotation, at 1 replica"),
        (annotated("a\nb", "paused-replicas"), "waiting", "paused by annotation"),
        (annotated("false"), "ready", "ready, idle"),
        (annotated("0"), "ready", "ready, idle"),
        (annotated(1), "ready", "ready, idle"),
        (annotated("true", "paused-by-nobody"), "ready", "ready, idle"),
        (hpa(now=10, wanted=10), "ready", "10 replicas, 10 desired, 1 to 10 allowed, at the maximum"),
        (hpa(now=10, wanted=9), "ready", "10 replicas, 9 desired, 1 to 10 allowed"),
        (hpa(now=10, wanted=10, least=10), "ready", "10 replicas, 10 desired, 10 to 10 allowed"),
        (hpa(), "ready", "1 replica, 3 desired, 1 to 10 allowed"),
        (
            hpa(condition("ScalingActive", "False", "ScalingDisabled")),
            "ready",
            "1 replica, 3 desired, 1 to 10 allowed",
        ),
        (
            hpa(condition("ScalingActive", "False", "FailedGetExternalMetric", "no metric")),
            "failed",
            "1 replica, 3 desired, 1 to 10 allowed, FailedGetExternalMetric: no metric",
        ),
        (flink(lifecycleState="STABLE", jobStatus={"state": "RUNNING"}), "ready", "stable, running"),
        (flink(lifecycleState="FAILED", jobStatus={"state": "FAILED"}), "failed", "failed"),
        (flink(), "waiting", "not evaluated yet"),
        (pooler(2), "ready", "2/2 pods created"),
        (pooler(0), "waiting", "0/2 pods created"),
        (backup(lastCheckTime="2026-01-01T00:00:00Z"), "ready", "backups are scheduled"),
        (backup(), "waiting", "not evaluated yet"),
        (backup(error="no\nschedule"), "failed", "backups are not accepted: no schedule"),
        (secret(condition("Ready", "True")), "ready", "ready"),
        (
            secret(condition("Ready", "False", "SecretSyncedError", "no key")),
            "failed",
            "not ready: SecretSyncedError no key",
        ),
        (secret(condition("Ready", "Unknown", "New")), "waiting", "not ready: New"),
        (service(), "ready", "exists"),
        (wrapped(service()), "waiting", "applied, not ready"),
        (wrapped(service(), synced=PAUSED), "waiting", "paused by annotation, changes are not applied"),
        (wrapped(None, asked=service(), synced=condition("Synced", "Unknown")), "waiting", "not applied yet"),
        (not_applied("Service", "create failed: cannot create object: no"), "failed", "not applied: no"),
    ],
)
def test_each_kind_has_its_words(live: Manifest, health: str, text: str) -> None:
    assert state(live) == (health, text)


@pytest.mark.parametrize("live", [service(), deployment(ready=1), wrapped(service())])
def test_what_is_being_deleted_is_nothing_else(live: dict[str, Any]) -> None:
    deleted = {**live, "metadata": {**live["metadata"], "deletionTimestamp": "2026-01-01T00:00:00Z"}}
    assert state(deleted) == ("waiting", "being deleted")
    assert of_composite(deleted) == ("waiting", "being deleted")


@pytest.mark.parametrize(
    ("conditions", "health", "text"),
    [
        ((condition("Synced", "True"), condition("Ready", "True")), "ready", "synced, ready"),
        (
            (condition("Synced", "True"), condition("Ready", "False", "Creating")),
            "waiting",
            "synced, not ready: Creating",
        ),
        ((condition("Synced", "False", "ReconcileError", "no"),), "failed", "not synced: no"),
        ((condition("Synced", "False", "ReconcileError"),), "failed", "not synced: ReconcileError"),
        (
            (condition("Responsive", "False", "WatchCircuitOpen"), condition("Ready", "True")),
            "waiting",
            "WatchCircuitOpen: the status may be a minute late",
        ),
        ((), "waiting", "no status yet"),
        ((condition("Operational", "True"),), "waiting", "no status yet"),
        ((condition("Synced", "Unknown"),), "waiting", "not synced yet, not ready"),
        ((condition("Ready", "False", "Waiting"),), "waiting", "not synced yet, not ready: Waiting"),
        ((condition("Ready", "True"),), "waiting", "not synced yet, ready"),
    ],
)
def test_a_composite_is_what_crossplane_says(conditions: tuple[Manifest, ...], health: str, text: str) -> None:
    assert of_composite({"status": {"conditions": list(conditions)}}) == (health, text)
