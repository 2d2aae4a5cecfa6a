import pytest

from function.apis.event_driven_service.status.diagnosis.deployment import (
    Replicas,
    causes,
    overdue,
    replica_set,
    replicas,
    rolled_out,
)
from function.base.manifest import Json, Manifest
from function.delivery.resource import Resource
from function.readiness import DEFAULT
from function.status.observation import Observation, observe
from tests.status.scene import NEWEST, OVERDUE, ROLLED_OUT, ROLLING, condition, deployment, wrapped

DESIRED: Manifest = {"apiVersion": "apps/v1", "kind": "Deployment", "spec": {}}


def seen(live: Json) -> Observation:
    return observe(Resource("deployment", DESIRED, DEFAULT), wrapped(live), requested=True)


def failing(message: str, *others: Manifest) -> list[str]:
    live = deployment(*others, condition("ReplicaFailure", "True", "FailedCreate", message))
    return [cause.reason.name for cause in causes(seen(live), name="orders", namespace="shop")]


@pytest.mark.parametrize(
    ("live", "summary"),
    [
        (None, "0/1"),
        ({}, "0/1"),
        ({"spec": {"replicas": 0}, "status": {}}, "0/0"),
        ({"spec": {"replicas": 4.0}, "status": {"readyReplicas": 3.0}}, "3/4"),
        ({"spec": {"replicas": "4"}, "status": {"readyReplicas": True}}, "0/0"),
    ],
)
def test_counts_may_be_absent_or_floats(live: Json, summary: str) -> None:
    assert replicas(seen(live)).summary == summary


def test_before_there_is_a_deployment_the_manifest_tells_the_number() -> None:
    asked = observe(Resource("deployment", {**DESIRED, "spec": {"replicas": 3}}, DEFAULT), {}, requested=False)
    assert replicas(asked) == Replicas(ready=0, desired=3, updated=0, available=0)


@pytest.mark.parametrize(
    ("progress", "name"),
    [
        (ROLLING, NEWEST),
        (OVERDUE, NEWEST),
        (
            condition("Progressing", "True", "NewReplicaSetCreated", 'Created new replica set "orders-6cbc6659b8"'),
            "orders-6cbc6659b8",
        ),
        (condition("Progressing", "Unknown", "DeploymentPaused", "Deployment is paused"), ""),
        (condition("Available", "True"), ""),
    ],
)
def test_the_newest_replica_set_is_named(progress: Manifest, name: str) -> None:
    assert replica_set(seen(deployment(progress))) == name


def test_progress_is_read_from_the_reason() -> None:
    assert rolled_out(seen(deployment(ROLLED_OUT)))
    assert overdue(seen(deployment(OVERDUE)))
    assert not rolled_out(seen(deployment(ROLLING)))
    assert not overdue(seen({}))


@pytest.mark.parametrize(
    ("message", "reason"),
    [
        ("exceeded quota: team, requested: pods=1, used: pods=2, limited: pods=2", "QuotaExceeded"),
        ("failed quota: team: must specify requests.cpu for: main", "AdmissionDenied"),
        ('violates PodSecurity "restricted:latest": runAsNonRoot != true', "AdmissionDenied"),
        ('admission webhook "p" denied the request: no', "AdmissionDenied"),
        ('error looking up service account shop/other: serviceaccount "other" not found', "PodsNotCreated"),
        ("", "PodsNotCreated"),
    ],
)
def test_why_pods_cannot_be_made(message: str, reason: str) -> None:
    assert failing(message) == [reason]


def test_its_own_account_is_only_late() -> None:
    message = 'error looking up service account shop/orders: serviceaccount "orders" not found'
    assert failing(message, ROLLING) == []
    assert failing(message, OVERDUE) == ["PodsNotCreated", "RolloutStuck"]


def test_a_failure_that_is_over_is_none() -> None:
    live = deployment(condition("ReplicaFailure", "False", "FailedCreate", "exceeded quota"))
    assert causes(seen(live), name="orders", namespace="shop") == []
