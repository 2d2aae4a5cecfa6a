from function.base.meta import Meta
from function.manifests.service_monitor import manifest


def test_the_manifest() -> None:
    made = manifest(Meta("orders", "shop"), selector={"app": "orders"}, path="/stats")
    assert list(made) == ["apiVersion", "kind", "metadata", "spec"]
    assert made == {
        "apiVersion": "monitoring.coreos.com/v1",
        "kind": "ServiceMonitor",
        "metadata": {"name": "orders", "namespace": "shop"},
        "spec": {
            "selector": {"matchLabels": {"app": "orders"}},
            "endpoints": [{"port": "http", "path": "/stats"}],
        },
    }
