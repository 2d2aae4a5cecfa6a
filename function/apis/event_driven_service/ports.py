"""The ports of the main container."""

from function.apis.event_driven_service.model.service import EventDrivenService, Metrics
from function.base import naming
from function.base.manifest import Manifest

HTTP_PORT = 8080
"""Default HTTP port of services; the images of the first services use it."""


def http_port(spec: EventDrivenService) -> int:
    """Return the port of the service's HTTP server, which probes, Service and the variable PORT use."""
    return spec.http_port or HTTP_PORT


def metrics_port(spec: EventDrivenService) -> int | None:
    """Return the port that serves only metrics, or None if metrics are on the http port or disabled."""
    metrics: Metrics | None = spec.metrics
    if metrics is None or not metrics.enabled or metrics.port in (None, http_port(spec)):
        return None
    return metrics.port


def container_ports(http: int, metrics: int | None) -> list[Manifest]:
    """Return `ports` of the main container; `metrics` is the port that serves only metrics, if any."""
    ports: list[Manifest] = [{"name": naming.HTTP_PORT, "containerPort": http, "protocol": "TCP"}]
    if metrics is not None:
        ports.append({"name": naming.METRICS_PORT, "containerPort": metrics, "protocol": "TCP"})
    return ports
