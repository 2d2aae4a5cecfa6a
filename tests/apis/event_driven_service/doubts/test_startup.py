import pytest

from function.base.manifest import Json
from tests.documents import worker
from tests.support import assert_doubts


@pytest.mark.parametrize(
    ("deadline", "startup", "doubtful"),
    [
        (300, {}, True),
        (301, {}, False),
        (70, {"initialDelaySeconds": 50, "periodSeconds": 2, "failureThreshold": 10}, True),
        (71, {"initialDelaySeconds": 50, "periodSeconds": 2, "failureThreshold": 10}, False),
        (60, {"enabled": False}, False),
        (None, {"failureThreshold": 1000}, False),
    ],
)
def test_a_deadline_within_the_startup_window(deadline: Json, startup: Json, doubtful: bool) -> None:
    spec = worker(progressDeadlineSeconds=deadline, probes={"startup": startup})
    assert_doubts(spec, *(["spec.progressDeadlineSeconds"] if doubtful else []), code="EP335")
