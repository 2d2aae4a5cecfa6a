"""Given objects under the names of a claim's objects."""

from function.base.manifest import Json, Manifest, at
from function.base.placed import value_at
from function.importing.aligned import aligned
from tests.importing.objects import container, deployment, other, scaled_object, service

SELECTOR: Manifest = {"app.kubernetes.io/name": "new", "app.kubernetes.io/component": "event-driven-worker"}
POD = ("spec", "template", "spec")


def of(**objects: Manifest) -> dict[str, Manifest]:
    return aligned({"Deployment": deployment(), **objects}, "new", "there")


def test_names_and_selectors_are_those_of_the_claim() -> None:
    found = of(Service=service(), ScaledObject=scaled_object(scaleTargetRef={"name": "web", "kind": "Deployment"}))
    assert {kind: at(manifest, "metadata", "name") for kind, manifest in found.items()} == {
        "Deployment": "new",
        "Service": "new",
        "ScaledObject": "new-scaler",
    }
    assert {at(manifest, "metadata", "namespace") for manifest in found.values()} == {"there"}
    assert at(found["Deployment"], "spec", "selector", "matchLabels") == SELECTOR
    assert at(found["Service"], "spec", "selector") == SELECTOR
    assert at(found["ScaledObject"], "spec", "scaleTargetRef") == {"name": "new"}
    assert value_at(found["Service"], ("spec", "ports", 0)) == {"port": 8080, "targetPort": "http", "name": "http"}


def test_another_port_of_a_service_stays() -> None:
    ports: list[Json] = [{"port": 9, "targetPort": 9}, {"port": 80, "targetPort": "web"}]
    found = of(Service=service(ports=ports))
    # the first port of the Service decides which one is the http port
    assert value_at(found["Service"], ("spec", "ports", 1)) == ports[1]


def test_an_autoscaler_sets_the_replicas() -> None:
    assert at(of()["Deployment"], "spec", "replicas") == 2
    assert at(of(ScaledObject=scaled_object())["Deployment"], "spec", "replicas") is None
    autoscaler = other("autoscaling/v2", "HorizontalPodAutoscaler")
    assert at(of(HorizontalPodAutoscaler=autoscaler)["Deployment"], "spec", "replicas") is None


def test_containers_and_spreading_are_aligned() -> None:
    own: Json = {"topologyKey": "zone", "labelSelector": {"matchLabels": {"app": "web"}}}
    foreign: Json = {"topologyKey": "host", "labelSelector": {"matchLabels": {"app": "other"}}}
    pod: Manifest = {
        "serviceAccountName": "web",
        "initContainers": [{"name": "migrate"}],
        "topologySpreadConstraints": [own, foreign],
    }
    found = aligned({"Deployment": deployment(container(), {"name": "proxy"}, pod=pod)}, "new", "there")["Deployment"]
    assert value_at(found, (*POD, "containers", 0, "name")) == "main"
    assert value_at(found, (*POD, "containers", 1, "name")) == "proxy"
    assert value_at(found, (*POD, "initContainers", 0, "name")) == "run-migrations"
    assert at(found, *POD, "serviceAccountName") == "new"
    assert value_at(found, (*POD, "topologySpreadConstraints", 0, "labelSelector", "matchLabels")) == SELECTOR
    assert value_at(found, (*POD, "topologySpreadConstraints", 1)) == foreign


def test_monitors_name_the_ports_of_a_claim() -> None:
    monitor = other("monitoring.coreos.com/v1", "ServiceMonitor", endpoints=[{"port": "web"}], selector={})
    pods = other("monitoring.coreos.com/v1", "PodMonitor", podMetricsEndpoints=[{"port": "prom"}], selector={})
    found = of(ServiceMonitor=monitor, PodMonitor=pods)
    assert value_at(found["ServiceMonitor"], ("spec", "endpoints", 0, "port")) == "http"
    assert value_at(found["PodMonitor"], ("spec", "podMetricsEndpoints", 0, "port")) == "metrics"


def test_any_shape_is_taken() -> None:
    odd: dict[str, Manifest] = {"Deployment": {"spec": 1}, "Service": {"spec": []}, "ScaledObject": {}}
    assert list(aligned(odd, "a", "b")) == list(odd)
