import pytest

from function.apis.event_driven_service.status.commands import Commands
from function.apis.event_driven_service.status.diagnosis.deployment import Replicas
from function.apis.event_driven_service.status.diagnosis.scaled_object import State
from function.apis.event_driven_service.status.reasons import pods
from function.apis.event_driven_service.status.workload import Workload, evaluate, paused
from function.base.condition import WORKLOAD_AVAILABLE
from function.base.manifest import Manifest
from function.status.observation import Observation
from function.status.reason import Cause

CRASH = pods.CRASH_LOOPING.because(container="main", detail="exits", name="orders", namespace="shop")
COMMANDS = Commands(pods="see pods", objects="see objects")
LIVE: Manifest = {"kind": "Deployment"}


def part(
    key: str,
    kind: str,
    *,
    ready: bool = True,
    failure: str = "",
    is_paused: bool = False,
    made: bool = True,
    applied: bool = True,
    deleting: bool = False,
) -> Observation:
    live = LIVE if made else {}
    return Observation(
        key=key,
        manifest={"kind": kind},
        live=live,
        ready=ready,
        about=WORKLOAD_AVAILABLE,
        failure=failure,
        paused=is_paused,
        applied=applied,
        deleting=deleting,
    )


def judged(
    workload: Observation, ready: int, desired: int, *causes: Cause, minimum: int = 1, scaler: State = "idle"
) -> Workload:
    seen = {"deployment": READY, "service": part("service", "Service")}
    counts = Replicas(ready=ready, desired=desired, updated=desired, available=ready)
    seen |= {workload.key: workload}
    return evaluate(seen, counts, causes, minimum=minimum, scaler=scaler, commands=COMMANDS)


def reported(*arguments: object, **named: object) -> tuple[str, str, str]:
    found = judged(*arguments, **named).condition  # type: ignore[arg-type] # passed through
    return found.status, found.reason, found.message


READY, UNREADY = part("deployment", "Deployment"), part("deployment", "Deployment", ready=False)


def test_pods_that_serve_are_available() -> None:
    assert reported(READY, 3, 3) == ("True", "Available", "3/3 pods ready")


def test_the_message_begins_with_the_count() -> None:
    assert reported(UNREADY, 0, 1)[2] == "0/1 pods ready: the pods are starting. If this lasts: see pods"


def test_a_cause_is_told_instead_of_the_general_reason() -> None:
    status, reason, message = reported(UNREADY, 0, 1, CRASH)
    assert (status, reason) == ("False", "CrashLooping")
    assert message.startswith("0/1 pods ready: the container main repeatedly exits")


def test_one_failing_pod_beside_others_is_tolerated() -> None:
    found = judged(READY, 4, 5, CRASH)
    assert (found.condition.status, found.tolerated) == ("True", (CRASH,))


@pytest.mark.parametrize(("causes", "status"), [((), "True"), ((CRASH,), "False")])
def test_waking_is_trusted_until_a_cause_says_that_it_fails(causes: tuple[Cause, ...], status: str) -> None:
    assert reported(READY, 0, 3, *causes, minimum=0)[0] == status


@pytest.mark.parametrize(
    ("minimum", "scaler", "expected"),
    [
        (0, "idle", ("True", "Idle")),
        (0, "unknown", ("True", "Idle")),
        (0, "off", ("True", "SwitchedOff")),
        (1, "paused", ("True", "Idle")),
        (1, "idle", ("False", "ScaledToZero")),
        (1, "off", ("False", "ScaledToZero")),
    ],
)
def test_zero_replicas_are_fine_where_they_are_meant(minimum: int, scaler: State, expected: tuple[str, str]) -> None:
    assert reported(READY, 0, 0, minimum=minimum, scaler=scaler)[:2] == expected


def test_a_service_that_is_switched_off_says_that_nothing_starts_it() -> None:
    message = reported(READY, 0, 0, minimum=0, scaler="off")[2]
    assert "messages do not start the service" in message
    assert "spec.scaling.enabled: true" in message


def test_a_refused_deployment_is_told_even_if_the_old_one_serves() -> None:
    refused = part("deployment", "Deployment", ready=False, failure="etcdserver: timeout")
    assert reported(refused, 1, 1)[1] == "ApplyFailed"


def test_a_paused_object_that_is_not_ready_says_so() -> None:
    assert reported(part("deployment", "Deployment", ready=False, is_paused=True), 0, 1)[1] == "ObjectPaused"


def test_another_object_that_is_paused_but_ready_is_not_why() -> None:
    waiting = {"deployment": UNREADY, "service": part("service", "Service", is_paused=True)}
    counts = Replicas(ready=0, desired=1, updated=1, available=0)
    found = evaluate(waiting, counts, [], minimum=1, scaler="idle", commands=COMMANDS)
    assert found.condition.reason == "DeploymentNotReady"


@pytest.mark.parametrize(
    "workload",
    [
        part("deployment", "Deployment", ready=False, made=False),
        part("deployment", "Deployment", ready=False, made=False, applied=False),
        part("other", "Secret", ready=False, made=False),
    ],
)
def test_while_objects_are_created_the_text_names_none_of_them(workload: Observation) -> None:
    assert reported(workload, 0, 1) == (
        "False",
        "DeploymentNotReady",
        "0/1 pods ready: being created. If this lasts: see objects",
    )


APPLYING = part("deployment", "Deployment", ready=False, applied=False)


def test_an_edit_that_is_not_applied_yet_is_unknown_however_many_pods_serve() -> None:
    assert {reported(APPLYING, ready, 3) for ready in range(4)} == {
        ("Unknown", "Applying", "changes are being applied")
    }


def test_a_failure_counts_more_than_what_is_being_applied() -> None:
    refused = part("deployment", "Deployment", ready=False, applied=False, failure="etcdserver: timeout")
    assert reported(refused, 1, 1)[1] == "ApplyFailed"
    assert reported(APPLYING, 1, 1, CRASH)[1] == "CrashLooping"


def test_what_is_being_deleted_is_not_being_applied() -> None:
    going = part("deployment", "Deployment", ready=False, applied=False, deleting=True)
    message = "1/1 pods ready: being deleted, then recreated. If this lasts: see objects"
    assert reported(going, 1, 1)[1:] == ("DeploymentNotReady", message)


def test_a_rollout_with_old_pods_serving_is_progress() -> None:
    message = "1/1 pods ready: the newest revision is being rolled out. If this lasts: see pods"
    assert reported(UNREADY, 1, 1)[1:] == ("DeploymentNotReady", message)


def test_nothing_paused_is_no_cause() -> None:
    assert paused([READY]) is None
