import pytest

from function.base.manifest import Manifest, text_at
from function.readiness.postgresql_scheduled_backup import READINESS, failed, ready
from tests.cel import is_a_truth_value, judge
from tests.schemas import violations

CHECKED = "2026-01-01T00:00:00Z"
ERROR = 'spec.schedule: Invalid value: "0 0 2 * * 8"'


def live(**status: str) -> Manifest:
    return {
        "apiVersion": "postgresql.cnpg.io/v1",
        "kind": "ScheduledBackup",
        "metadata": {"name": "db", "namespace": "shop"},
        "spec": {"cluster": {"name": "db"}, "schedule": "0 0 2 * * *"},
        "status": status,
    }


READY = [
    live(lastCheckTime=CHECKED),
    live(lastCheckTime=CHECKED, error=""),
    live(lastCheckTime=CHECKED, lastScheduleTime=CHECKED, nextScheduleTime="2026-01-02T02:00:00Z"),
]
NOT_READY = [
    {},
    {"status": {}},
    live(),
    live(nextScheduleTime="2026-01-02T02:00:00Z"),
    live(error=ERROR),
    live(lastCheckTime=CHECKED, error=ERROR),
    {"status": {"conditions": [{"type": "Ready", "status": "True"}]}},
]


@pytest.mark.parametrize("seen", READY)
def test_backups_are_ready_when_the_operator_follows_their_schedule(seen: Manifest) -> None:
    assert ready(seen)
    assert not failed(seen)


@pytest.mark.parametrize("seen", NOT_READY)
def test_in_no_other_state(seen: Manifest) -> None:
    assert not ready(seen)
    assert failed(seen) == (ERROR in text_at(seen, "status", "error"))


@pytest.mark.parametrize("seen", [*READY, *NOT_READY])
def test_the_policy_of_an_object_says_the_same(seen: Manifest) -> None:
    assert judge(text_at(READINESS.policy, "celQuery"), "object", seen) == ready(seen)


def test_the_query_has_the_one_type_that_the_provider_takes() -> None:
    assert is_a_truth_value(text_at(READINESS.policy, "celQuery"), "object")


def test_its_crd_has_such_a_status() -> None:
    assert [violations(seen) for seen in READY] == [[]] * len(READY)
