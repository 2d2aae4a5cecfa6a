"""ServiceMonitor (monitoring.coreos.com/v1)."""

from collections.abc import Mapping

from function.base import naming
from function.base.manifest import Manifest
from function.base.meta import Meta

RESOURCE = "servicemonitors.monitoring.coreos.com"


def manifest(meta: Meta, *, selector: Mapping[str, str], path: str) -> Manifest:
    """Return the monitor of the Service's http port."""
    return {
        "apiVersion": "monitoring.coreos.com/v1",
        "kind": "ServiceMonitor",
        "metadata": meta.object_meta(),
        "spec": {
            "selector": {"matchLabels": dict(selector)},
            "endpoints": [{"port": naming.HTTP_PORT, "path": path}],
        },
    }
