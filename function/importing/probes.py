"""The health checks of a container, as a claim expresses them: HTTP requests to the http port, or none."""

from collections.abc import Mapping

from function.base.manifest import Json, Manifest, at, mapping_at, present, text_at
from function.importing.containers import port_number

TIMING = ("initialDelaySeconds", "periodSeconds", "timeoutSeconds", "failureThreshold")


def paths(container: Json) -> Manifest:
    """Return healthPath and readyPath."""
    return {
        "healthPath": at(container, "livenessProbe", "httpGet", "path"),
        "readyPath": at(container, "readinessProbe", "httpGet", "path"),
    }


def probes(container: Json, port: int | None) -> Manifest:
    """Return `probes`; those that a claim cannot express are disabled, because another check might never succeed."""
    startup = _probe(at(container, "startupProbe"), container, port)
    path = {"path": at(container, "startupProbe", "httpGet", "path")}
    return {
        **({"startup": present({**path, **startup})} if startup is not None else {}),
        **{
            kind: {"enabled": False} if found is None else found
            for kind in ("liveness", "readiness")
            for found in [_probe(at(container, f"{kind}Probe"), container, port)]
        },
    }


def _probe(probe: Json, container: Json, port: int | None) -> Manifest | None:
    """Return the timing of a probe, or None if a claim cannot express it."""
    request = mapping_at(probe, "httpGet")
    if not isinstance(probe, Mapping) or port is None or port_number(request.get("port"), container) != port:
        return None
    if text_at(request, "scheme") == "HTTPS" or not text_at(request, "path"):
        return None
    return present({key: probe.get(key) for key in TIMING})
