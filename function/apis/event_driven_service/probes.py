"""Health checks of the main container."""

from function.apis.event_driven_service.model.probes import Probe
from function.apis.event_driven_service.model.service import EventDrivenService
from function.base.manifest import Json, Manifest, count_at, present

_LIVENESS = {"initialDelaySeconds": 10, "periodSeconds": 10, "timeoutSeconds": 5, "failureThreshold": 3}
_READINESS = {"initialDelaySeconds": 5, "periodSeconds": 5, "timeoutSeconds": 3, "failureThreshold": 2}
STARTUP = {"periodSeconds": 10, "timeoutSeconds": 5, "failureThreshold": 30}
"""Five minutes to start, enough for the slowest known services; there is a startup probe only on request."""


def probes(spec: EventDrivenService, port: int) -> Manifest:
    """Return the probes of the main container, by field name."""
    startup = spec.probes.startup
    return present(
        {
            "startupProbe": _probe(startup, spec.health_path, port, STARTUP) if startup else None,
            "livenessProbe": _probe(spec.probes.liveness, spec.health_path, port, _LIVENESS),
            "readinessProbe": _probe(spec.probes.readiness, spec.ready_path, port, _READINESS),
        }
    )


def startup_window(spec: EventDrivenService) -> int:
    """Return the seconds that the startup probe allows, or 0 if there is none."""
    probe = _probe(spec.probes.startup, spec.health_path, 0, STARTUP) if spec.probes.startup else None
    return window(probe) if probe else 0


def window(probe: Json) -> int:
    """Return the seconds after which the kubelet gives up on a container whose startup probe never succeeds."""
    attempts = count_at(probe, "periodSeconds") * count_at(probe, "failureThreshold")
    return count_at(probe, "initialDelaySeconds") + attempts


def _probe(probe: Probe, path: str, port: int, defaults: dict[str, int]) -> Manifest | None:
    if not probe.enabled:
        return None
    given = {
        "initialDelaySeconds": probe.initial_delay_seconds,
        "periodSeconds": probe.period_seconds,
        "timeoutSeconds": probe.timeout_seconds,
        "failureThreshold": probe.failure_threshold,
    }
    timing = defaults | {key: value for key, value in given.items() if value is not None}
    return {"httpGet": {"path": probe.path or path, "port": port}, **timing}
