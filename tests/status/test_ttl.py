import pytest

from function.base.manifest import Json
from function.base.outcome import Requirement
from function.status.ttl import STEADY, UNSETTLED, refused, seconds

PODS = {"pods": Requirement(api_version="v1", kind="Pod", namespace="shop")}


def test_a_steady_service_is_left_alone() -> None:
    assert seconds([True, True], {}, {}, operational=True) == STEADY == 600


def test_pods_that_serve_need_no_look() -> None:
    assert seconds([True], PODS, {}, operational=True) == STEADY


def test_an_unready_resource_is_looked_after() -> None:
    assert seconds([True, False], {}, {}, operational=False) == UNSETTLED == 60


def test_pods_may_explain_a_failure_and_may_not_be_watched() -> None:
    assert seconds([True], PODS, {}, operational=False) == UNSETTLED


def test_a_fault_that_watched_resources_tell_needs_no_look() -> None:
    assert seconds([True], {}, {}, operational=False) == STEADY


def responsive(status: Json) -> dict[str, Json]:
    return {"status": {"conditions": [{"type": "Responsive", "status": status}]}}


def test_an_open_circuit_breaker_drops_events_so_a_steady_service_is_looked_after() -> None:
    assert seconds([True], {}, responsive("False"), operational=True) == UNSETTLED


@pytest.mark.parametrize("status", ["True", "Unknown", None, False])
def test_a_closed_circuit_breaker_drops_none(status: Json) -> None:
    assert seconds([True], {}, responsive(status), operational=True) == STEADY


def test_a_refusal_that_another_value_may_end_is_short() -> None:
    assert refused({}) == STEADY
    assert refused(PODS) == UNSETTLED
