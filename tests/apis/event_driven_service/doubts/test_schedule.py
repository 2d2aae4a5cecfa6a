import pytest

from function.base.manifest import Json
from tests.documents import platform, worker
from tests.support import assert_doubts

CPU: Json = {"type": "cpu", "utilization": 70}


def scheduled(desired: int, **scaling: Json) -> dict[str, Json]:
    cron: Json = {
        "type": "cron",
        "timezone": "UTC",
        "start": "0 8 * * *",
        "end": "0 9 * * *",
        "desiredReplicas": desired,
    }
    return worker(scaling={"triggers": [CPU, cron], **scaling})


@pytest.mark.parametrize(
    ("desired", "scaling", "doubtful"),
    [
        (10, {}, False),
        (11, {}, True),
        (4, {"maxReplicas": 3}, True),
        (3, {"maxReplicas": 3}, False),
        (20, {"minReplicas": 20}, False),
        (21, {"minReplicas": 20}, True),
    ],
)
def test_a_schedule_above_the_maximum(desired: int, scaling: dict[str, Json], doubtful: bool) -> None:
    paths = ["spec.scaling.triggers[1].desiredReplicas"] if doubtful else []
    assert_doubts(scheduled(desired, **scaling), *paths, code="EP332")


def test_the_platforms_maximum_counts() -> None:
    settings = platform(scaling={"maxReplicas": 5})
    assert_doubts(scheduled(6), "spec.scaling.triggers[1].desiredReplicas", code="EP332", settings=settings)
