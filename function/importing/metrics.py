"""Where Prometheus reads the metrics of a service, according to its monitors."""

from collections.abc import Mapping

from function.base.manifest import Json, Manifest, items_at, mapping_at, present, text_at
from function.importing import kinds
from function.importing.containers import port_number, target_of

_ENDPOINTS = {kinds.SERVICE_MONITOR: "endpoints", kinds.POD_MONITOR: "podMetricsEndpoints"}


def metrics_port(objects: Mapping[str, Manifest], main: Json) -> int | None:
    """Return the port of the container that a monitor names, or None."""
    for kind in _ENDPOINTS:
        for endpoint in _endpoints(objects, kind):
            named = endpoint.get("port", endpoint.get("targetPort"))
            if kind == kinds.SERVICE_MONITOR:
                service = items_at(objects.get(kinds.SERVICE), "spec", "ports")
                behind = next((port for port in service if named and text_at(port, "name") == named), None)
                return target_of(behind, main) if behind else port_number(endpoint.get("targetPort"), main)
            return port_number(named, main)
    return None


def metrics(objects: Mapping[str, Manifest], port: int | None) -> Manifest | None:
    """Return `metrics` of a claim; `port` is that of the metrics."""
    for kind in _ENDPOINTS:
        for endpoint in _endpoints(objects, kind):
            # `enabled` is a default: without it, nothing would be left where the others are defaults too
            return present({"enabled": True, "port": port, "path": endpoint.get("path")})
    return None


def _endpoints(objects: Mapping[str, Manifest], kind: str) -> list[Mapping[str, Json]]:
    return [mapping_at(endpoint) for endpoint in items_at(objects.get(kind), "spec", _ENDPOINTS[kind])]
