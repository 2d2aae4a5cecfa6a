import pytest

from function.base.manifest import Json
from tests.documents import platform, worker
from tests.support import assert_doubts

LEAST, MOST = "spec.disruptionBudget.minAvailable", "spec.disruptionBudget.maxUnavailable"


@pytest.mark.parametrize(
    ("budget", "replicas", "paths"),
    [
        ({"minAvailable": 1}, 1, [LEAST]),
        ({"minAvailable": 1}, 0, [LEAST]),
        ({"minAvailable": "1%"}, 1, [LEAST]),
        ({"minAvailable": "67%"}, 3, [LEAST]),
        ({"minAvailable": 5}, 3, [LEAST]),
        ({"maxUnavailable": 0}, 3, [MOST]),
        ({"maxUnavailable": "0%"}, 3, [MOST]),
        ({"minAvailable": 0}, 1, []),
        ({"minAvailable": "66%"}, 3, []),
        ({"minAvailable": 2}, 3, []),
        ({"maxUnavailable": "1%"}, 1, []),
        ({"maxUnavailable": 1}, 1, []),
    ],
)
def test_a_budget_that_blocks_every_drain(budget: Json, replicas: int, paths: list[str]) -> None:
    spec = worker(disruptionBudget=budget, scaling={"minReplicas": replicas})
    assert_doubts(spec, *paths, code="EP330")


def test_the_platforms_minimum_counts() -> None:
    spec = worker(disruptionBudget={"minAvailable": 1})
    assert_doubts(spec, LEAST, code="EP330")
    assert_doubts(spec, code="EP330", settings=platform(scaling={"defaults": {"minReplicas": 2}}))
