from function.base.meta import Meta
from function.manifests.pod_monitor import manifest
from tests.schemas import violations
from tests.support import look


def test_the_manifest() -> None:
    made = manifest(Meta("orders", "shop"), selector={"app": "orders"}, path="/stats")
    assert list(made) == ["apiVersion", "kind", "metadata", "spec"]
    assert made == {
        "apiVersion": "monitoring.coreos.com/v1",
        "kind": "PodMonitor",
        "metadata": {"name": "orders", "namespace": "shop"},
        "spec": {
            "selector": {"matchLabels": {"app": "orders"}},
            "podMetricsEndpoints": [{"port": "metrics", "path": "/stats"}],
        },
    }


def test_series_get_labels_of_the_pods_and_fixed_ones() -> None:
    made = manifest(
        Meta("orders", "shop"),
        name="other",
        selector={"a": "b"},
        path="/",
        copied=["zone"],
        series={"team": "checkout"},
    )
    assert violations(made) == []
    assert look(made, "metadata.name") == "other"
    assert look(made, "spec.podTargetLabels") == ["zone"]
    assert look(made, "spec.podMetricsEndpoints.0.relabelings") == [
        {"action": "replace", "targetLabel": "team", "replacement": "checkout"}
    ]
