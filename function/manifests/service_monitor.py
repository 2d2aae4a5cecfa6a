"""ServiceMonitor (monitoring.coreos.com/v1)."""

from collections.abc import Mapping

from function.base import naming
from function.base.kind import Kind
from function.base.manifest import Manifest
from function.base.meta import Meta

KIND = Kind(api_version="monitoring.coreos.com/v1", kind="ServiceMonitor", plural="servicemonitors")


def manifest(meta: Meta, *, selector: Mapping[str, str], path: str) -> Manifest:
    """Return the monitor for the Service's http port."""
    return {
        "apiVersion": KIND.api_version,
        "kind": KIND.kind,
        "metadata": meta.object_meta(),
        "spec": {
            "selector": {"matchLabels": dict(selector)},
            "endpoints": [{"port": naming.HTTP_PORT, "path": path}],
        },
    }
