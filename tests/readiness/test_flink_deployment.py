import pytest

from function.base.manifest import Json, Manifest, text_at
from function.readiness.flink_deployment import READINESS, current, failed, ready
from tests.cel import is_a_truth_value, judge


def live(**status: Json) -> Manifest:
    return {"metadata": {"generation": 2}, "status": {"observedGeneration": 2, **status}}


READY = [
    live(lifecycleState="STABLE"),
    live(lifecycleState="STABLE", jobManagerDeploymentStatus="DEPLOYING"),
    live(lifecycleState="DEPLOYED", jobManagerDeploymentStatus="READY"),
]
STATES = ["CREATED", "DELETED", "DELETING", "FAILED", "ROLLED_BACK", "ROLLING_BACK", "SUSPENDED", "UPGRADING"]
NOT_READY = [
    {},
    {"metadata": {"generation": 1}},
    {"metadata": {"generation": 1}, "status": {}},
    live(),
    live(lifecycleState="DEPLOYED"),
    *(
        live(lifecycleState="DEPLOYED", jobManagerDeploymentStatus=status)
        for status in ("DEPLOYING", "MISSING", "ERROR")
    ),
    live(lifecycleState="DEPLOYED", jobManagerDeploymentStatus="DEPLOYED_NOT_READY"),
    *(live(lifecycleState=state, jobManagerDeploymentStatus="READY") for state in STATES),
    live(jobManagerDeploymentStatus="READY", jobStatus={"state": "RUNNING"}),
    live(conditions=[{"type": "Ready", "status": "True"}, {"type": "Running", "status": "True"}]),
    live(lifecycleState="STABLE", observedGeneration=1),
    live(lifecycleState="DEPLOYED", jobManagerDeploymentStatus="READY", observedGeneration=1),
]


@pytest.mark.parametrize("seen", READY)
def test_a_job_is_ready_when_it_is_stable_or_deployed_with_a_ready_job_manager(seen: Manifest) -> None:
    assert ready(seen)


@pytest.mark.parametrize("seen", NOT_READY)
def test_in_no_other_state(seen: Manifest) -> None:
    assert not ready(seen)


@pytest.mark.parametrize("seen", [*READY, *NOT_READY])
def test_the_policy_of_an_object_says_the_same(seen: Manifest) -> None:
    assert judge(text_at(READINESS.policy, "celQuery"), "object", seen) == ready(seen)


def test_the_query_has_the_one_type_that_the_provider_takes() -> None:
    assert is_a_truth_value(text_at(READINESS.policy, "celQuery"), "object")


@pytest.mark.parametrize(("seen", "expected"), [(0, True), (1, False), (2, True), (3, True)])
def test_a_status_of_an_older_spec_says_nothing(seen: int, *, expected: bool) -> None:
    assert current({"metadata": {"generation": 2}, "status": {"observedGeneration": seen}}) == expected


@pytest.mark.parametrize("seen", [live(lifecycleState="FAILED"), live(jobManagerDeploymentStatus="ERROR")])
def test_a_failure_is_one_that_the_operator_reports(seen: Manifest) -> None:
    assert failed(seen)


@pytest.mark.parametrize(
    "seen", [{}, *READY, live(jobStatus={"state": "RESTARTING"}), live(lifecycleState="SUSPENDED")]
)
def test_nothing_else_is_a_failure(seen: Manifest) -> None:
    assert not failed(seen)
