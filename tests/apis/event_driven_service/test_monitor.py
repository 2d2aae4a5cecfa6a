import pytest

from function.base.manifest import Json
from tests.documents import platform, worker
from tests.support import assert_rejects, assert_renders, manifests

PORTS = "deployment.spec.template.spec.containers.0.ports"
HTTP: Json = {"name": "http", "containerPort": 8080, "protocol": "TCP"}


@pytest.mark.parametrize("fields", [{}, {"metrics": {"enabled": False}}, {"metrics": {"enabled": False, "port": 9090}}])
def test_without_metrics_there_is_no_monitor_and_no_port(fields: dict[str, Json]) -> None:
    assert_renders(worker(**fields), {"servicemonitor": None, "podmonitor": None, PORTS: [HTTP]})


@pytest.mark.parametrize("metrics", [{}, {"port": 8080}, {"enabled": True}])
def test_metrics_on_the_http_port_are_found_through_the_service(metrics: Json) -> None:
    expected: dict[str, Json] = {
        "servicemonitor.spec.endpoints": [{"port": "http", "path": "/metrics"}],
        "podmonitor": None,
        PORTS: [HTTP],
    }
    assert_renders(worker(metrics=metrics), expected)


def test_metrics_on_a_port_of_their_own_are_found_at_the_pods() -> None:
    expected: dict[str, Json] = {
        "podmonitor.spec.podMetricsEndpoints": [{"port": "metrics", "path": "/stats"}],
        "servicemonitor": None,
        PORTS: [HTTP, {"name": "metrics", "containerPort": 9090, "protocol": "TCP"}],
        "service.spec.ports.1": None,
    }
    assert_renders(worker(metrics={"port": 9090, "path": "/stats"}), expected)


def test_another_http_port_leaves_8080_to_the_metrics() -> None:
    made = manifests(worker(httpPort=9000, metrics={"port": 8080}))
    assert "podmonitor" in made


def test_the_platforms_labels_are_on_the_monitor_alone() -> None:
    config = platform(monitors={"labels": {"release": "prometheus"}})
    expected: dict[str, Json] = {
        "servicemonitor.metadata.labels.release": "prometheus",
        "service.metadata.labels.release": None,
        "deployment.metadata.labels.release": None,
    }
    assert_renders(worker(metrics={}), expected, config)


@pytest.mark.parametrize(
    ("metrics", "path", "message"),
    [
        ({"port": 0}, "spec.metrics.port", "must be at least 1; got 0"),
        ({"path": "metrics"}, "spec.metrics.path", "must be a URL path that starts with '/'; got 'metrics'"),
        ({"ports": 1}, "spec.metrics.ports", "unknown field; did you mean 'port'?"),
        (True, "spec.metrics", "must be an object; got true. Hint: write metrics: {}"),
    ],
)
def test_what_is_refused(metrics: Json, path: str, message: str) -> None:
    assert_rejects(worker(metrics=metrics), path, message)
