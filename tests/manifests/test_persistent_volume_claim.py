import pytest

from function.base.manifest import Json
from function.base.meta import Meta
from function.manifests.persistent_volume_claim import KIND, manifest
from tests.schemas import violations


@pytest.mark.parametrize(("storage_class", "expected"), [(None, {}), ("fast", {"storageClassName": "fast"})])
def test_the_manifest(storage_class: str | None, expected: dict[str, Json]) -> None:
    made = manifest(Meta("shop.redis", "shop"), size="1Gi", storage_class=storage_class)
    assert violations(made) == []
    assert made == {
        "apiVersion": "v1",
        "kind": "PersistentVolumeClaim",
        "metadata": {"name": "shop.redis", "namespace": "shop"},
        "spec": {"accessModes": ["ReadWriteOnce"], "resources": {"requests": {"storage": "1Gi"}}, **expected},
    }


def test_deleting_it_would_delete_the_data() -> None:
    assert KIND.holds_data
