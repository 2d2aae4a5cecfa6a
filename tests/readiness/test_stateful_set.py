import pytest

from function.base.manifest import Json, Manifest
from function.readiness.stateful_set import READINESS, current, ready
from tests.cel import is_a_truth_value, judge


def stateful_set(generation: int = 2, seen: int = 2, **counts: Json) -> Manifest:
    return {
        "metadata": {"generation": generation},
        "spec": {"replicas": 1},
        "status": {"observedGeneration": seen, **counts},
    }


TABLE: list[tuple[str, Manifest, bool]] = [
    ("just made, no status yet", {"metadata": {"generation": 1}, "spec": {"replicas": 1}}, False),
    ("an empty status", {"metadata": {"generation": 1}, "spec": {"replicas": 1}, "status": {}}, False),
    ("no pod", stateful_set(), False),
    ("a pod that is not ready", stateful_set(updatedReplicas=1, readyReplicas=0), False),
    ("a ready pod of an older revision", stateful_set(readyReplicas=1), False),
    ("a status of an older spec", stateful_set(seen=1, updatedReplicas=1, readyReplicas=1), False),
    ("a ready pod", stateful_set(updatedReplicas=1, readyReplicas=1), True),
    ("an API server without generations", {**stateful_set(updatedReplicas=1, readyReplicas=1), "metadata": {}}, True),
]


@pytest.mark.parametrize(("live", "expected"), [row[1:] for row in TABLE], ids=[row[0] for row in TABLE])
def test_ready_in_python_and_in_cel(live: Manifest, expected: bool) -> None:
    query = READINESS.policy["celQuery"]
    assert isinstance(query, str)
    assert ready(live) == READINESS.ready(live) == expected
    assert judge(query, "object", live) == expected


def test_the_query_is_a_truth_value() -> None:
    query = READINESS.policy["celQuery"]
    assert isinstance(query, str)
    assert is_a_truth_value(query, "object")


@pytest.mark.parametrize(("seen", "expected"), [(0, True), (1, False), (2, True), (3, True)])
def test_whether_the_status_is_current(seen: int, expected: bool) -> None:
    assert current(stateful_set(seen=seen)) == expected
