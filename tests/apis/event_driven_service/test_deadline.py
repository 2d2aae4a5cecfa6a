import pytest

from function.base.manifest import Json
from tests.documents import worker
from tests.support import assert_rejects, assert_renders

MIGRATE: Json = {"args": ["migrate"]}
SLOW: Json = {"startup": {"initialDelaySeconds": 60, "periodSeconds": 20, "failureThreshold": 90}}


@pytest.mark.parametrize(
    ("fields", "seconds"),
    [
        ({}, None),
        ({"probes": {"startup": {"enabled": False}}}, None),
        ({"probes": {"startup": {}}}, 900),
        ({"probes": SLOW}, 600 + 60 + 20 * 90),
        ({"initContainer": MIGRATE}, 1200),
        ({"initContainer": MIGRATE, "probes": {"startup": {}}}, 1500),
        ({"initContainer": MIGRATE, "progressDeadlineSeconds": 600}, 600),
        ({"progressDeadlineSeconds": 60}, 60),
    ],
)
def test_the_deadline_allows_for_what_is_slow(fields: dict[str, Json], seconds: Json) -> None:
    assert_renders(worker(**fields), {"deployment.spec.progressDeadlineSeconds": seconds})


@pytest.mark.parametrize(("seconds", "words"), [(0, "must be at least 1; got 0"), (90000, "must be at most 86400")])
def test_a_deadline_out_of_range(seconds: int, words: str) -> None:
    message = words if "got" in words else f"{words}; got {seconds}"
    assert_rejects(worker(progressDeadlineSeconds=seconds), "spec.progressDeadlineSeconds", message)
