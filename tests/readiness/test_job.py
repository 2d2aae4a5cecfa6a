import pytest

from function.base.manifest import Manifest, text_at
from function.readiness.job import READINESS, failed, ready
from tests.cel import is_a_truth_value, judge


def live(*conditions: tuple[str, str]) -> Manifest:
    return {"status": {"conditions": [{"type": kind, "status": status} for kind, status in conditions]}}


READY = [
    live(("Complete", "True")),
    live(("SuccessCriteriaMet", "True"), ("Complete", "True")),
]
FAILED = [live(("Failed", "True")), live(("FailureTarget", "True"), ("Failed", "True"))]
NOT_READY = [
    {},
    {"status": {}},
    {"status": {"succeeded": 1}},
    live(),
    live(("Complete", "False")),
    live(("Complete", "Unknown")),
    live(("SuccessCriteriaMet", "True")),
    live(("Ready", "True")),
    live(("Suspended", "True")),
    *FAILED,
]


@pytest.mark.parametrize("seen", READY)
def test_a_job_is_ready_when_it_has_succeeded(seen: Manifest) -> None:
    assert ready(seen)
    assert not failed(seen)


@pytest.mark.parametrize("seen", NOT_READY)
def test_in_no_other_state(seen: Manifest) -> None:
    assert not ready(seen)
    assert failed(seen) == (seen in FAILED)


@pytest.mark.parametrize("seen", [*READY, *NOT_READY])
def test_the_policy_of_an_object_says_the_same(seen: Manifest) -> None:
    assert judge(text_at(READINESS.policy, "celQuery"), "object", seen) == ready(seen)


def test_the_query_has_the_one_type_that_the_provider_takes() -> None:
    assert is_a_truth_value(text_at(READINESS.policy, "celQuery"), "object")
