"""The simulated cluster: what was composed is there, applied, and healthy."""

import pytest

from function.base.manifest import Manifest, at, items_at
from function.delivery.live import KEY, asked, state
from function.plan.cluster import observed
from function.readiness import postgresql_pooler, postgresql_scheduled_backup, snapshot_schedule

KINDS = {
    "Deployment": "apps/v1",
    "FlinkDeployment": "flink.apache.org/v1beta1",
    "KafkaTopic": "kafka.strimzi.io/v1",
    "ScaledObject": "keda.sh/v1alpha1",
    "SnapshotSchedule": "snapscheduler.backube/v1",
}
PLAIN = {"ConfigMap": "v1", "NetworkPolicy": "networking.k8s.io/v1", "PodMonitor": "monitoring.coreos.com/v1"}


def manifest(kind: str) -> Manifest:
    return {"apiVersion": {**KINDS, **PLAIN}[kind], "kind": kind, "metadata": {"name": "a"}, "spec": {}}


def wrapped(inside: Manifest) -> Manifest:
    spec: Manifest = {"forProvider": {"manifest": inside}}
    return {"apiVersion": "kubernetes.crossplane.io/v1alpha2", "kind": "Object", "spec": spec}


def test_nothing_composed_is_nothing_observed() -> None:
    assert observed({}) == {}


@pytest.mark.parametrize("kind", [*KINDS, *PLAIN])
def test_an_object_was_applied_as_it_was_requested(kind: str) -> None:
    seen = observed({"key": wrapped(manifest(kind))})["key"]
    assert asked(seen) == manifest(kind)
    assert state(seen).applied
    assert at(seen, "metadata", "annotations", KEY) == "key"


@pytest.mark.parametrize("kind", PLAIN)
def test_kinds_without_a_controller_get_no_status(kind: str) -> None:
    assert "status" not in observed({"key": manifest(kind)})["key"]


@pytest.mark.parametrize("kind", KINDS)
def test_the_others_get_the_conditions_of_a_healthy_object(kind: str) -> None:
    conditions = items_at(observed({"key": manifest(kind)})["key"], "status", "conditions")
    assert conditions
    assert not [found for found in conditions if at(found, "type") == "Ready" and at(found, "status") != "True"]


def test_a_schedule_of_snapshots_has_its_own_condition() -> None:
    assert snapshot_schedule.ready(observed({"key": manifest("SnapshotSchedule")})["key"])


def test_pools_and_backups_of_databases_have_no_conditions() -> None:
    group = "postgresql.cnpg.io/v1"
    pooler: Manifest = {"apiVersion": group, "kind": "Pooler", "metadata": {"name": "a"}, "spec": {"instances": 2}}
    backup: Manifest = {"apiVersion": group, "kind": "ScheduledBackup", "metadata": {"name": "a"}, "spec": {}}
    seen = observed({"pooler": pooler, "backup": backup})
    assert postgresql_pooler.ready(seen["pooler"])
    assert postgresql_scheduled_backup.ready(seen["backup"])


def test_an_autoscaled_deployment_has_the_minimum_number_of_pods() -> None:
    scaler: Manifest = {**manifest("ScaledObject"), "spec": {"minReplicaCount": 3}}
    seen = observed({"deployment": manifest("Deployment"), "scaledobject": scaler})["deployment"]
    assert at(seen, "spec", "replicas") == at(seen, "status", "readyReplicas") == 3
