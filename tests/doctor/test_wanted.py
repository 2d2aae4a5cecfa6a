"""Which paths are read: all kinds, then what the settings name."""

from function.doctor.scan import KINDS
from function.doctor.wanted import at_first, then
from tests.doctor.clusters import healthy, scan, settings

CRDS = "/apis/apiextensions.k8s.io/v1/customresourcedefinitions"


def test_all_kinds_with_a_path_are_read_first() -> None:
    paths = at_first("upbound-system")
    assert set(paths.values()) == {"", *(kind for kind, source in KINDS.items() if source.path)}
    assert paths["/version"] == ""
    assert paths["/apis/apps/v1/namespaces/upbound-system/deployments"] == "Deployment"
    assert not [path for path in paths if "{" in path or "secret" in path]


def test_then_definitions_and_services_are_read_by_name() -> None:
    cluster = healthy()
    settings(cluster, nats={"url": "nats://bus.messaging.svc:4222"})
    paths = then(scan(cluster))
    assert paths[f"{CRDS}/scaledobjects.keda.sh"] == "CustomResourceDefinition"
    assert paths[f"{CRDS}/objects.kubernetes.crossplane.io"] == "CustomResourceDefinition"
    assert paths[f"{CRDS}/xeventdrivenservices.platform.bizmatters.io"] == "CustomResourceDefinition"
    assert paths["/api/v1/namespaces/messaging/services/bus"] == "Service"
    assert paths["/apis/apps/v1/namespaces/messaging/statefulsets"] == "StatefulSet"
    assert f"{CRDS}/networkpolicies.networking.k8s.io" not in paths


def test_on_a_cluster_without_the_product_only_kinds_are_looked_for() -> None:
    assert set(then(scan({})).values()) == {"CustomResourceDefinition"}
