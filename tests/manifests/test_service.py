import pytest

from function.base.manifest import Json
from function.base.meta import Meta
from function.manifests.service import manifest


@pytest.mark.parametrize(
    ("affinity", "expected"),
    [(None, {}), ("None", {"sessionAffinity": "None"}), ("ClientIP", {"sessionAffinity": "ClientIP"})],
)
def test_the_manifest(affinity: str | None, expected: dict[str, Json]) -> None:
    made = manifest(Meta("orders", "shop"), selector={"app": "orders"}, port=9000, session_affinity=affinity)
    assert list(made) == ["apiVersion", "kind", "metadata", "spec"]
    assert made == {
        "apiVersion": "v1",
        "kind": "Service",
        "metadata": {"name": "orders", "namespace": "shop"},
        "spec": {
            "type": "ClusterIP",
            "selector": {"app": "orders"},
            "ports": [{"name": "http", "port": 9000, "targetPort": "http", "protocol": "TCP"}],
            **expected,
        },
    }
