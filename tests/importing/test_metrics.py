"""Metrics according to monitors."""

import pytest

from function.base.manifest import Json, Manifest
from function.importing.metrics import metrics, metrics_port
from tests.importing.objects import container, other, service

PORTS: list[Json] = [{"port": 80, "targetPort": 8080, "name": "www"}, {"port": 9, "targetPort": 9090, "name": "prom"}]
MAIN = container(ports=[{"name": "prom", "containerPort": 9090}])


def of_service(**endpoint: Json) -> dict[str, Manifest]:
    monitor = other("monitoring.coreos.com/v1", "ServiceMonitor", endpoints=[endpoint])
    return {"Service": service(ports=PORTS), "ServiceMonitor": monitor}


def of_pods(**endpoint: Json) -> dict[str, Manifest]:
    return {"PodMonitor": other("monitoring.coreos.com/v1", "PodMonitor", podMetricsEndpoints=[endpoint])}


@pytest.mark.parametrize(
    ("objects", "port"),
    [
        (of_service(port="www"), 8080),
        (of_service(port="prom"), 9090),
        (of_service(targetPort=7000), 7000),
        (of_service(port="none"), None),
        (of_service(), None),
        (of_pods(port="prom"), 9090),
        (of_pods(targetPort=7000), 7000),
        (of_pods(port="none"), None),
        ({}, None),
        ({"ServiceMonitor": {"spec": {"endpoints": "x"}}}, None),
    ],
)
def test_the_port(objects: dict[str, Manifest], port: int | None) -> None:
    assert metrics_port(objects, MAIN) == port


def test_path_and_port_are_taken() -> None:
    assert metrics(of_pods(port="prom", path="/m"), 9090) == {"enabled": True, "port": 9090, "path": "/m"}
    assert metrics(of_service(port="www"), None) == {"enabled": True}
    assert metrics({}, None) is None
