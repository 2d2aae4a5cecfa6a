import pytest

from function.base.manifest import Json, Manifest
from function.readiness.ready_condition import READINESS, failed, ready
from tests.recordings import live

UNREADY = {"fresh", "scaler-missing-target", "trigger-endpoint-down", "trigger-error", "trigger-error-at-zero"}


def scaler(**conditions: str) -> Manifest:
    reported: Json = [{"type": kind, "status": status} for kind, status in conditions.items()]
    return {"kind": "ScaledObject", "status": {"conditions": reported}}


@pytest.mark.parametrize(
    ("conditions", "expected"),
    [
        ({"Ready": "True", "Active": "True"}, True),
        ({"Ready": "True", "Active": "False", "Fallback": "False", "Paused": "False"}, True),
        ({"Active": "True", "Fallback": "True", "Paused": "True", "Ready": "True"}, True),
        ({"Ready": "Unknown", "Active": "Unknown"}, False),
        ({"Ready": "False", "Active": "True"}, False),
        ({"Active": "True"}, False),
        ({}, False),
    ],
)
def test_keda_says_whether_it_is(conditions: dict[str, str], expected: bool) -> None:
    assert ready(scaler(**conditions)) == expected
    assert failed(scaler(**conditions)) == (conditions.get("Ready") == "False")


@pytest.mark.parametrize(
    "found", [{}, None, {"status": {}}, {"status": {"conditions": "Ready"}}, [], {"status": {"conditions": [1]}}]
)
def test_what_says_nothing_is_not_ready(found: Json) -> None:
    assert not ready(found)


def test_the_provider_reads_the_same_condition() -> None:
    assert READINESS.policy == {"policy": "DeriveFromObject"}
    assert READINESS.ready is ready


@pytest.mark.parametrize(("situation", "found"), live("scaledobject").items(), ids=live("scaledobject"))
def test_what_a_real_keda_said(situation: str, found: Json) -> None:
    assert ready(found) == (situation not in UNREADY)


def test_there_are_recordings_of_both_kinds() -> None:
    assert live("scaledobject").keys() > UNREADY
    assert live("scaledobject").keys() >= {"active", "fallback", "idle-at-zero", "paused"}
