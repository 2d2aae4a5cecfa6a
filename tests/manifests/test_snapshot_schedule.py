import pytest

from function.base.manifest import Json
from function.base.meta import Meta
from function.manifests.snapshot_schedule import manifest
from tests.schemas import violations


@pytest.mark.parametrize(
    ("keep", "snapshot_class", "expected"),
    [
        (None, None, {}),
        (7, None, {"retention": {"maxCount": 7}}),
        (None, "fast", {"snapshotTemplate": {"snapshotClassName": "fast"}}),
    ],
)
def test_the_manifest(keep: int | None, snapshot_class: str | None, expected: dict[str, Json]) -> None:
    made = manifest(
        Meta("shop.redis", "shop"),
        selector={"app": "redis"},
        schedule="0 2 * * *",
        keep=keep,
        snapshot_class=snapshot_class,
    )
    assert violations(made) == []
    assert made == {
        "apiVersion": "snapscheduler.backube/v1",
        "kind": "SnapshotSchedule",
        "metadata": {"name": "shop.redis", "namespace": "shop"},
        "spec": {"claimSelector": {"matchLabels": {"app": "redis"}}, "schedule": "0 2 * * *", **expected},
    }
