import pytest

from function.base.manifest import Json, Manifest
from function.readiness.deployment import readiness, ready
from tests.cel import is_a_truth_value, judge
from tests.recordings import live

UNREADY = {
    "crash-loop",
    "image-pull-error",
    "missing-secret",
    "missing-serviceaccount",
    "out-of-memory",
    "pod-security",
    "progress-deadline-exceeded",
    "quota-exceeded",
    "quota-needs-requests",
    "quota-partly",
    "quota-stale-message",
    "rollout-running",
    "rollout-stuck",
    "slow-start",
    "unschedulable",
}
"""The recorded situations in which the Deployment is not what was asked for; in all others it is."""

DONE = ("Progressing", "True", "NewReplicaSetAvailable")
RUNNING = ("Progressing", "True", "ReplicaSetUpdated")
STUCK = ("Progressing", "False", "ProgressDeadlineExceeded")
UP = ("Available", "True", "MinimumReplicasAvailable")
DOWN = ("Available", "False", "MinimumReplicasUnavailable")


def deployment(*conditions: tuple[str, str, str], generation: float = 2, seen: float = 2, **counts: float) -> Manifest:
    keys = ("type", "status", "reason")
    reported: Json = [dict(zip(keys, condition, strict=True)) for condition in conditions]
    return {
        "kind": "Deployment",
        "metadata": {"generation": generation},
        "status": {"observedGeneration": seen, "conditions": reported, **counts},
    }


def pods(replicas: float, updated: float, available: float) -> dict[str, float]:
    return {"replicas": replicas, "updatedReplicas": updated, "availableReplicas": available}


TABLE: list[tuple[str, Manifest, int, bool]] = [
    ("just made, no status yet", {"kind": "Deployment", "metadata": {"generation": 1}}, 1, False),
    ("an empty status", {"metadata": {"generation": 1}, "status": {}}, 1, False),
    ("nothing but a name", {"metadata": {"name": "orders"}}, 0, False),
    ("seen, no conditions yet", {"metadata": {"generation": 1}, "status": {"observedGeneration": 1}}, 0, False),
    ("available", deployment(UP, DONE, **pods(1, 1, 1)), 1, True),
    ("available, conditions in the other order", deployment(DONE, UP, **pods(3, 3, 3)), 1, True),
    ("scaled to zero, the zeros left out", deployment(UP, DONE), 0, True),
    ("scaled to zero, the zeros written", deployment(UP, DONE, **pods(0, 0, 0)), 0, True),
    ("waking from zero", deployment(DOWN, DONE, replicas=1, updatedReplicas=1, unavailableReplicas=1), 0, True),
    ("scaled to zero by hand", deployment(UP, DONE), 1, True),
    ("never up", deployment(DOWN, RUNNING, replicas=1, updatedReplicas=1, unavailableReplicas=1), 1, False),
    ("never up, and the deadline is over", deployment(DOWN, STUCK, replicas=1, updatedReplicas=1), 1, False),
    ("never up, minimum zero", deployment(DOWN, RUNNING, replicas=1, updatedReplicas=1), 0, False),
    ("scaling from one to five, all old pods serve", deployment(DOWN, DONE, **pods(5, 5, 1)), 1, True),
    ("scaling from two to five, one of the old is gone", deployment(DOWN, DONE, **pods(5, 5, 1)), 2, False),
    ("a node drain took the only pod", deployment(DOWN, DONE, replicas=1, updatedReplicas=1), 1, False),
    ("a rollout runs, the old pod serves", deployment(UP, RUNNING, **pods(2, 1, 1)), 1, False),
    ("a rollout is stuck, the old pod serves", deployment(UP, STUCK, **pods(2, 1, 1)), 1, False),
    ("a rollout is done but for an old pod", deployment(UP, DONE, **pods(2, 1, 2)), 1, False),
    ("the quota takes 2 of 4 at the start", deployment(DOWN, RUNNING, **pods(2, 2, 2)), 1, False),
    ("the quota takes 2 of 4 while scaling", deployment(DOWN, DONE, **pods(2, 2, 2)), 1, True),
    ("an edit is not seen yet", deployment(UP, DONE, generation=3, **pods(1, 1, 1)), 1, False),
    ("an edit is not seen yet, at zero", deployment(UP, DONE, generation=3), 0, False),
    ("paused", deployment(UP, ("Progressing", "Unknown", "DeploymentPaused"), **pods(1, 1, 1)), 1, False),
    ("counts as floats", deployment(UP, DONE, generation=2.0, seen=2.0, **pods(3.0, 3.0, 3.0)), 1, True),
    ("counts as floats, a rollout runs", deployment(UP, DONE, **pods(2.0, 1.0, 1.0)), 1, False),
    (
        "a condition without a reason",
        {"metadata": {}, "status": {"conditions": [{"type": "Progressing", "status": "True"}]}},
        0,
        False,
    ),
]
CASES = pytest.mark.parametrize(
    ("found", "minimum", "expected"), [case[1:] for case in TABLE], ids=[case[0] for case in TABLE]
)


def query(minimum: int) -> str:
    text = readiness(minimum).policy["celQuery"]
    assert isinstance(text, str)
    return text


@CASES
def test_the_rule(found: Manifest, minimum: int, expected: bool) -> None:
    assert ready(found, minimum) == expected
    assert readiness(minimum).ready(found) == expected


@CASES
def test_the_rule_in_cel(found: Manifest, minimum: int, expected: bool) -> None:
    assert judge(query(minimum), "object", found) == expected


@pytest.mark.parametrize("found", [{}, None, "text", {"status": "text"}, {"status": {"conditions": [None, "x", 1]}}])
def test_what_is_no_deployment_is_not_ready(found: Json) -> None:
    assert not ready(found, 0)


@pytest.mark.parametrize("minimum", [0, 1, 1000])
def test_the_query_is_of_the_type_that_the_provider_takes(minimum: int) -> None:
    assert readiness(minimum).policy == {"policy": "DeriveFromCelQuery", "celQuery": query(minimum)}
    assert is_a_truth_value(query(minimum), "object")


@pytest.mark.parametrize(("situation", "found"), live("deployment").items(), ids=live("deployment"))
def test_what_a_real_cluster_said(situation: str, found: Json) -> None:
    assert ready(found, 1) == judge(query(1), "object", found) == (situation not in UNREADY)
    assert ready(found, 0) == judge(query(0), "object", found)


def test_there_are_recordings_of_both_kinds() -> None:
    assert live("deployment").keys() > UNREADY
    assert live("deployment").keys() >= {"active", "active-from-zero", "idle-at-minimum", "idle-at-zero", "paused"}
