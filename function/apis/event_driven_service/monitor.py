"""Prometheus monitors of an EventDrivenService."""

from dataclasses import replace

from function.apis.event_driven_service.resolve import Resolved
from function.base.manifest import Manifest
from function.base.meta import Meta
from function.manifests import pod_monitor, service_monitor


def of_service(resolved: Resolved) -> Manifest | None:
    """Return a ServiceMonitor for metrics on the HTTP port, or None."""
    metrics = resolved.spec.metrics
    if metrics is None or not metrics.enabled or resolved.metrics_port is not None:
        return None
    return service_monitor.manifest(_meta(resolved), selector=resolved.selector, path=metrics.path)


def of_pods(resolved: Resolved) -> Manifest | None:
    """Return a PodMonitor for metrics on a separate port, or None."""
    metrics = resolved.spec.metrics
    if metrics is None or not metrics.enabled or resolved.metrics_port is None:
        return None
    return pod_monitor.manifest(_meta(resolved), selector=resolved.selector, path=metrics.path)


def _meta(resolved: Resolved) -> Meta:
    return replace(resolved.meta, labels={**resolved.meta.labels, **resolved.config.monitors.labels})
