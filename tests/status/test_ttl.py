from function.base.outcome import Requirement
from function.status.ttl import STEADY, UNSETTLED, refused, seconds

PODS = {"pods": Requirement(api_version="v1", kind="Pod", namespace="shop")}


def test_a_steady_service_is_left_alone() -> None:
    assert seconds([True, True], {}, operational=True) == STEADY == 600


def test_pods_that_serve_need_no_look() -> None:
    assert seconds([True], PODS, operational=True) == STEADY


def test_an_unready_resource_is_looked_after() -> None:
    assert seconds([True, False], {}, operational=False) == UNSETTLED == 60


def test_pods_may_explain_a_failure_and_may_not_be_watched() -> None:
    assert seconds([True], PODS, operational=False) == UNSETTLED


def test_a_fault_that_watched_resources_tell_needs_no_look() -> None:
    assert seconds([True], {}, operational=False) == STEADY


def test_a_refusal_that_another_value_may_end_is_short() -> None:
    assert refused({}) == STEADY
    assert refused(PODS) == UNSETTLED
