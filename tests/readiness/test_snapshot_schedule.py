import pytest

from function.base.manifest import Json, Manifest, text_at
from function.readiness.snapshot_schedule import READINESS, failed, ready
from tests.cel import is_a_truth_value, judge
from tests.schemas import violations

COMPLETE: Json = {
    "type": "Reconciled",
    "status": "True",
    "reason": "ReconcileComplete",
    "message": "Reconcile complete",
}
FAILED: Json = {
    "type": "Reconciled",
    "status": "False",
    "reason": "ReconcileError",
    "message": 'no matches for kind "VolumeSnapshot" in version "snapshot.storage.k8s.io/v1"',
}


def live(*conditions: Json, **status: Json) -> Manifest:
    return {
        "apiVersion": "snapscheduler.backube/v1",
        "kind": "SnapshotSchedule",
        "metadata": {"name": "redis", "namespace": "shop"},
        "spec": {"schedule": "0 2 * * *"},
        "status": {"conditions": list(conditions), **status},
    }


NEXT: Manifest = {"nextSnapshotTime": "2026-01-02T02:00:00Z"}
READY = [live(COMPLETE, **NEXT), live(COMPLETE, lastSnapshotTime="2026-01-01T02:00:00Z", **NEXT)]
NOT_READY = [
    {},
    {"status": {}},
    live(),
    live(**NEXT),
    live(FAILED),
    live(FAILED, **NEXT),
    live({"type": "Reconciled", "status": "Unknown"}),
    live({"type": "Ready", "status": "True"}),
]


@pytest.mark.parametrize("seen", READY)
def test_a_schedule_is_ready_when_its_controller_follows_it(seen: Manifest) -> None:
    assert ready(seen)


@pytest.mark.parametrize("seen", NOT_READY)
def test_in_no_other_state(seen: Manifest) -> None:
    assert not ready(seen)
    assert failed(seen) == ("ReconcileError" in str(seen))


@pytest.mark.parametrize("seen", [*READY, *NOT_READY])
def test_the_policy_of_an_object_says_the_same(seen: Manifest) -> None:
    assert judge(text_at(READINESS.policy, "celQuery"), "object", seen) == ready(seen)


def test_the_query_has_the_one_type_that_the_provider_takes() -> None:
    assert is_a_truth_value(text_at(READINESS.policy, "celQuery"), "object")


def test_its_crd_has_such_a_status() -> None:
    assert [violations(seen) for seen in READY] == [[]] * len(READY)
