"""PodMonitor (monitoring.coreos.com/v1)."""

from collections.abc import Mapping, Sequence

from function.base import naming
from function.base.kind import Kind
from function.base.manifest import Json, Manifest, present
from function.base.meta import Meta

KIND = Kind(api_version="monitoring.coreos.com/v1", kind="PodMonitor", plural="podmonitors")


def manifest(
    meta: Meta,
    *,
    selector: Mapping[str, str],
    path: str,
    name: str = "",
    copied: Sequence[str] = (),
    series: Mapping[str, str] | None = None,
) -> Manifest:
    """Return the monitor for the pods' metrics port, which no Service exposes.

    `copied` are the pods' labels that all series get, and `series` are further labels of them with their values.
    """
    fixed: Json = [
        {"action": "replace", "targetLabel": label, "replacement": value} for label, value in (series or {}).items()
    ]
    return {
        "apiVersion": KIND.api_version,
        "kind": KIND.kind,
        "metadata": meta.object_meta(name=name),
        "spec": {
            "selector": {"matchLabels": dict(selector)},
            **present({"podTargetLabels": list(copied)}),
            "podMetricsEndpoints": [present({"port": naming.METRICS_PORT, "path": path, "relabelings": fixed})],
        },
    }
