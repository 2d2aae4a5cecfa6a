import pytest

from function.apis.event_driven_service.status.diagnosis.deployment import Replicas
from function.apis.event_driven_service.status.reasons import pods
from function.apis.event_driven_service.status.workload import Workload, evaluate, paused
from function.base.condition import WORKLOAD_AVAILABLE
from function.base.manifest import Manifest
from function.status.observation import Observation
from function.status.reason import Cause

CRASH = pods.CRASH_LOOPING.because(container="main", detail="exits", name="orders", namespace="shop")
LIVE: Manifest = {"kind": "Deployment"}


def part(
    key: str, kind: str, *, ready: bool = True, failure: str = "", is_paused: bool = False, made: bool = True
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
    )


def judged(
    workload: Observation, ready: int, desired: int, *causes: Cause, minimum: int = 1, scaling_paused: bool = False
) -> Workload:
    seen = {"deployment": workload, "service": part("service", "Service")}
    counts = Replicas(ready=ready, desired=desired, updated=desired, available=ready)
    return evaluate(seen, counts, causes, minimum=minimum, scaling_paused=scaling_paused)


def told(*arguments: object, **named: object) -> tuple[str, str, str]:
    found = judged(*arguments, **named).condition  # type: ignore[arg-type] # passed through
    return found.status, found.reason, found.message


READY, UNREADY = part("deployment", "Deployment"), part("deployment", "Deployment", ready=False)


def test_pods_that_serve_are_available() -> None:
    assert told(READY, 3, 3) == ("True", "Available", "3/3 pods ready")


def test_the_message_begins_with_the_count() -> None:
    assert told(UNREADY, 0, 1)[2] == "0/1 pods ready: the pods are starting"


def test_a_cause_is_told_instead_of_the_general_reason() -> None:
    status, reason, message = told(UNREADY, 0, 1, CRASH)
    assert (status, reason) == ("False", "CrashLooping")
    assert message.startswith("0/1 pods ready: the container main repeatedly exits")


def test_one_failing_pod_beside_others_is_tolerated() -> None:
    found = judged(READY, 4, 5, CRASH)
    assert (found.condition.status, found.tolerated) == ("True", (CRASH,))


@pytest.mark.parametrize(("causes", "status"), [((), "True"), ((CRASH,), "False")])
def test_waking_is_trusted_until_a_cause_says_that_it_fails(causes: tuple[Cause, ...], status: str) -> None:
    assert told(READY, 0, 3, *causes, minimum=0)[0] == status


@pytest.mark.parametrize(
    ("minimum", "scaling_paused", "expected"),
    [(0, False, ("True", "Idle")), (1, True, ("True", "Idle")), (1, False, ("False", "ScaledToZero"))],
)
def test_zero_replicas_are_fine_where_they_are_meant(
    minimum: int, scaling_paused: bool, expected: tuple[str, str]
) -> None:
    assert told(READY, 0, 0, minimum=minimum, scaling_paused=scaling_paused)[:2] == expected


def test_a_refused_deployment_is_told_even_if_the_old_one_serves() -> None:
    refused = part("deployment", "Deployment", ready=False, failure="etcdserver: timeout")
    assert told(refused, 1, 1)[1] == "ApplyFailed"


def test_a_paused_object_that_is_not_ready_says_so() -> None:
    assert told(part("deployment", "Deployment", ready=False, is_paused=True), 0, 1)[1] == "ObjectPaused"


def test_another_object_that_is_paused_but_ready_is_not_why() -> None:
    waiting = {"deployment": UNREADY, "service": part("service", "Service", is_paused=True)}
    counts = Replicas(ready=0, desired=1, updated=1, available=0)
    found = evaluate(waiting, counts, [], minimum=1, scaling_paused=False)
    assert found.condition.reason == "DeploymentNotReady"


def test_what_is_not_made_yet_is_named() -> None:
    assert told(part("deployment", "Deployment", ready=False, made=False), 0, 1)[2].endswith(
        "not created yet: Deployment"
    )


def test_a_rollout_with_old_pods_serving_is_progress() -> None:
    assert told(UNREADY, 1, 1)[1:] == ("DeploymentNotReady", "1/1 pods ready: the newest revision is being rolled out")


def test_nothing_paused_is_no_cause() -> None:
    assert paused([READY]) is None
