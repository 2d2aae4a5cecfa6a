"""A port that only root may listen on, in a service that does not run as root."""

from collections.abc import Iterator

from function.apis.doubt import Doubt
from function.apis.event_driven_service.resolve import Resolved
from function.platform.config import PlatformConfig

_FIRST_FREE = 1024


def _low(resolved: Resolved) -> Iterator[str]:
    if resolved.config.security.profile != "restricted":
        return
    if resolved.http_port < _FIRST_FREE:
        yield "spec.httpPort"
    if resolved.metrics_port is not None and resolved.metrics_port < _FIRST_FREE:
        yield "spec.metrics.port"


def _cel(config: PlatformConfig) -> str:
    if config.security.profile != "restricted":
        return "true"
    metrics = "!has(object.spec.metrics) || (has(object.spec.metrics.enabled) && !object.spec.metrics.enabled)"
    return (
        f"(!has(object.spec.httpPort) || object.spec.httpPort >= {_FIRST_FREE}) && ({metrics}"
        f" || !has(object.spec.metrics.port) || object.spec.metrics.port >= {_FIRST_FREE})"
    )


DOUBT = Doubt(
    code="EP334",
    field="spec.httpPort",
    message="on many clusters, only root may listen on a port below 1024, and the service does not run as root",
    hint="use port 1024 or higher, such as 8080",
    find=_low,
    cel=_cel,
)
