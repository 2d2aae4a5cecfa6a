"""The ports at which others reach a sidecar of Dapr."""

import re
from collections.abc import Mapping
from typing import NamedTuple

from function.base.types import PORT

INTERNAL = 50002
"""The port at which sidecars call each other."""
METRICS = 9090
"""The port of a sidecar's metrics, if nothing else is set."""
_TRUE = ("1", "on", "t", "true", "y", "yes")


class SidecarPorts(NamedTuple):
    """The ports of a sidecar."""

    internal: int
    metrics: int


def sidecar_ports(annotations: Mapping[str, str]) -> SidecarPorts | None:
    """Return the ports of the sidecar that the annotations of a pod request, or None if they request none."""
    if annotations.get("dapr.io/enabled", "").lower() not in _TRUE:
        return None
    return SidecarPorts(
        internal=_port(annotations.get("dapr.io/internal-grpc-port", ""), INTERNAL),
        metrics=_port(annotations.get("dapr.io/metrics-port", ""), METRICS),
    )


def _port(text: str, default: int) -> int:
    return int(text) if re.fullmatch(PORT, text) else default
