"""The main container under the names of a claim's container."""

from collections.abc import Mapping

from function.base import naming
from function.base.manifest import Json, Manifest, items_at, mapping_at
from function.importing.containers import port_number

_PROBES = ("livenessProbe", "readinessProbe", "startupProbe")


def aligned_container(container: Json, names: Mapping[int | None, str]) -> Manifest:
    """Return the container as a claim names it; `names` are those of its ports, and ports of probes become numbers."""
    found: Manifest = {**mapping_at(container), "name": naming.MAIN_CONTAINER}
    for name in _PROBES:
        if isinstance(probe := found.get(name), Mapping) and isinstance(request := probe.get("httpGet"), Mapping):
            number = port_number(request.get("port"), container)
            found[name] = {**probe, "httpGet": {**request, **({"port": number} if number is not None else {})}}
    ports: list[Json] = [_port(entry, names) for entry in items_at(container, "ports")]
    return {**found, **({"ports": ports} if ports else {})}


def _port(entry: Json, names: Mapping[int | None, str]) -> Json:
    number = mapping_at(entry).get("containerPort")
    if not isinstance(number, int) or number not in names:
        return entry
    return {**mapping_at(entry), "name": names[number]}
