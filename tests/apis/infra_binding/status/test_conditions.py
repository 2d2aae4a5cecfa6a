from dataclasses import replace

import pytest

from function.apis.infra_binding.status.conditions import evaluate
from function.apis.infra_binding.status.reasons.binding import BINDING_READY
from function.base.condition import DEPENDENCIES_READY, TYPES, WORKLOAD_AVAILABLE
from function.base.manifest import Json, Manifest
from function.readiness import flink_deployment
from function.status.observation import Observation
from function.status.roll_up import roll_up


def seen(
    kind: str, name: str, *, ready: str | None = None, failure: str = "", applied: bool | None = None
) -> Observation:
    """Return an object, with what its controller says of Ready; None where it was never made, which is not applied."""
    told = "Reconciled" if kind == "SnapshotSchedule" else "Ready"
    live: Manifest = {} if ready is None else {"status": {"conditions": [{"type": told, "status": ready}]}}
    return Observation(
        key=f"{kind}-{name}",
        manifest={"kind": kind, "metadata": {"name": name}},
        live=live,
        ready=ready == "True",
        about=DEPENDENCIES_READY if kind in ("SecretStore", "ExternalSecret") else WORKLOAD_AVAILABLE,
        applied=applied if applied is not None else ready is not None,
        failure=failure,
    )


def reported(*objects: Observation) -> dict[str, tuple[str, str]]:
    judged = evaluate(objects)
    operational = roll_up(judged, objects, healthy=BINDING_READY).condition
    return {condition.type: (condition.status, condition.reason) for condition in (*judged, operational)}


def test_all_conditions_are_there_whatever_was_seen() -> None:
    assert tuple(reported()) == TYPES
    assert reported()["Operational"] == ("True", "BindingReady")


@pytest.mark.parametrize("kind", ["SecretStore", "ExternalSecret"])
@pytest.mark.parametrize(
    ("ready", "expected"),
    [
        (None, ("Unknown", "Applying")),
        ("Unknown", ("Unknown", "ObjectsPending")),
        ("False", ("False", "SecretNotFetched")),
        ("True", ("True", "SecretsFetched")),
    ],
)
def test_secrets_are_what_a_binding_depends_on(kind: str, ready: str | None, expected: tuple[str, str]) -> None:
    found = reported(seen(kind, "a", ready=ready), seen("ConfigMap", "b", ready="True"))
    assert found["DependenciesReady"] == expected
    assert found["WorkloadAvailable"] == ("True", "ObjectsReady")
    assert found["Operational"] == (expected if expected[0] != "True" else ("True", "BindingReady"))


@pytest.mark.parametrize("kind", ["KafkaTopic", "ConfigMap", "Stream", "SnapshotSchedule"])
@pytest.mark.parametrize(
    ("ready", "expected"),
    [(None, ("Unknown", "Applying")), ("False", ("False", "ObjectRefused")), ("True", ("True", "ObjectsReady"))],
)
def test_everything_else_is_what_it_makes(kind: str, ready: str | None, expected: tuple[str, str]) -> None:
    found = reported(seen(kind, "a", ready=ready))
    assert found["WorkloadAvailable"] == expected
    assert found["DependenciesReady"] == ("True", "NoSecretsFetched")


def test_backups_that_their_operator_does_not_accept_are_refused() -> None:
    refused = replace(seen("ScheduledBackup", "a", ready="False"), live={"status": {"error": "no such schedule"}})
    assert reported(refused)["WorkloadAvailable"] == ("False", "ObjectRefused")
    assert reported(replace(refused, applied=False))["WorkloadAvailable"] != ("False", "ObjectRefused")


def test_what_could_not_be_applied_is_told_before_what_is_waited_for() -> None:
    failing = seen("KafkaTopic", "b", failure='no matches for kind "KafkaTopic" in version "kafka.strimzi.io/v1"')
    assert reported(seen("KafkaTopic", "a", ready="False"), failing)["WorkloadAvailable"] == ("False", "CRDMissing")


def test_a_store_that_could_not_be_applied_is_a_fault_of_what_is_made_not_of_a_secret() -> None:
    found = reported(seen("SecretStore", "a", failure="no"), seen("ConfigMap", "b", ready="True"))
    assert found["DependenciesReady"] == ("Unknown", "ObjectsPending")
    assert found["WorkloadAvailable"] == found["Operational"] == ("False", "ApplyFailed")


def test_a_failure_weighs_more_than_waiting_elsewhere() -> None:
    found = reported(seen("ExternalSecret", "a"), seen("KafkaTopic", "b", ready="False"))
    assert found["Operational"] == ("False", "ObjectRefused")


def test_what_a_controller_says_of_the_spec_before_an_edit_is_not_told() -> None:
    found = reported(seen("KafkaTopic", "a", ready="False", applied=False), seen("SecretStore", "b", ready="False"))
    assert found["WorkloadAvailable"] == ("Unknown", "Applying")
    assert found["DependenciesReady"] == found["Operational"] == ("False", "SecretNotFetched")


def test_while_objects_appear_the_text_stays_the_same() -> None:
    waiting = seen("KafkaTopic", "c", ready="Unknown")
    steps = ([seen("KafkaTopic", "a"), seen("KafkaTopic", "b"), waiting], [seen("KafkaTopic", "a"), waiting])
    assert {evaluate(objects)[2].message for objects in steps} == {"changes are being applied"}


def test_objects_are_named_in_one_order() -> None:
    objects = [seen("KafkaTopic", name, ready="Unknown") for name in ("b", "a")]
    texts = {evaluate(order)[2].message for order in (objects, objects[::-1])}
    assert texts == {"waiting for KafkaTopic a, KafkaTopic b"}


def job(**status: Json) -> Observation:
    """Return a FlinkDeployment with this status; one without a status was not created."""
    live: Manifest = {"status": status} if status else {}
    return Observation(
        key="flinkdeployment-p",
        manifest={"kind": "FlinkDeployment", "metadata": {"name": "p"}},
        live=live,
        ready=flink_deployment.ready(live),
        about=WORKLOAD_AVAILABLE,
        applied=bool(status),
    )


@pytest.mark.parametrize(
    ("status", "expected"),
    [
        ({"lifecycleState": "STABLE"}, ("True", "ObjectsReady")),
        ({"lifecycleState": "DEPLOYED", "jobManagerDeploymentStatus": "READY"}, ("True", "ObjectsReady")),
        ({"lifecycleState": "DEPLOYED", "jobManagerDeploymentStatus": "DEPLOYING"}, ("Unknown", "ObjectsPending")),
        ({"lifecycleState": "UPGRADING"}, ("Unknown", "ObjectsPending")),
        ({"lifecycleState": "SUSPENDED"}, ("Unknown", "ObjectsPending")),
        ({"lifecycleState": "FAILED", "error": "password=hunter2"}, ("False", "JobFailed")),
        ({"jobManagerDeploymentStatus": "ERROR"}, ("False", "JobFailed")),
        ({}, ("Unknown", "Applying")),
    ],
)
def test_a_workload_is_available_when_its_jobs_run(status: dict[str, Json], expected: tuple[str, str]) -> None:
    found = reported(job(**status), seen("KafkaTopic", "a", ready="True"))
    assert found["WorkloadAvailable"] == expected
    assert "hunter2" not in str(evaluate([job(**status)]))


def test_jobs_that_wait_for_secrets_say_so() -> None:
    waiting = [job(), seen("ExternalSecret", "a", ready="Unknown")]
    assert reported(*waiting)["WorkloadAvailable"] == ("Unknown", "JobsWaiting")
    assert reported(job(), seen("ExternalSecret", "a", ready="False"))["Operational"] == ("False", "SecretNotFetched")
    assert evaluate(waiting)[2].message == "not created until everything else is ready: FlinkDeployment p"


def test_while_topics_are_not_ready_they_are_what_is_waited_for() -> None:
    found = evaluate([job(), seen("KafkaTopic", "a", ready="Unknown")])[2]
    assert (found.reason, found.message) == ("ObjectsPending", "waiting for KafkaTopic a")
    assert reported(job(), seen("KafkaTopic", "a", ready="False"))["WorkloadAvailable"] == ("False", "ObjectRefused")


def test_a_failed_job_of_an_older_spec_says_nothing() -> None:
    old = replace(job(lifecycleState="FAILED"), applied=False)
    assert reported(old)["WorkloadAvailable"] == ("Unknown", "Applying")
