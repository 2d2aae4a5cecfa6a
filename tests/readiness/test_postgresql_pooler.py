import pytest

from function.base.manifest import Json, Manifest, text_at
from function.readiness.postgresql_pooler import READINESS, ready
from tests.cel import is_a_truth_value, judge
from tests.schemas import violations


def live(wanted: int, **status: Json) -> Manifest:
    return {
        "apiVersion": "postgresql.cnpg.io/v1",
        "kind": "Pooler",
        "metadata": {"name": "db-pool", "namespace": "shop"},
        "spec": {"cluster": {"name": "db"}, "instances": wanted, "pgbouncer": {"poolMode": "session"}},
        "status": status,
    }


READY = [live(1, instances=1), live(2, instances=2), live(2, instances=3)]
NOT_READY = [
    {},
    {"status": {}},
    live(1),
    live(1, instances=0),
    live(2, instances=1),
    {"status": {"instances": 0}},
    {"status": {"conditions": [{"type": "Ready", "status": "True"}]}},
]


@pytest.mark.parametrize("seen", READY)
def test_a_pool_is_ready_when_it_has_all_of_its_pods(seen: Manifest) -> None:
    assert ready(seen)


@pytest.mark.parametrize("seen", NOT_READY)
def test_in_no_other_state(seen: Manifest) -> None:
    assert not ready(seen)


@pytest.mark.parametrize("seen", [*READY, *NOT_READY])
def test_the_policy_of_an_object_says_the_same(seen: Manifest) -> None:
    assert judge(text_at(READINESS.policy, "celQuery"), "object", seen) == ready(seen)


def test_the_query_has_the_one_type_that_the_provider_takes() -> None:
    assert is_a_truth_value(text_at(READINESS.policy, "celQuery"), "object")


def test_its_crd_has_such_a_status() -> None:
    assert [violations(seen) for seen in READY] == [[]] * len(READY)
