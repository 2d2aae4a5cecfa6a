"""How Prometheus finds the metrics of an EventDrivenService."""

from dataclasses import replace

from function.apis.event_driven_service.resolve import Resolved
from function.delivery.resource import Resource
from function.manifests import pod_monitor, service_monitor


def monitor(resolved: Resolved) -> Resource | None:
    """Return a ServiceMonitor for metrics on the http port, a PodMonitor for those on a port of their own."""
    metrics, selector = resolved.spec.metrics, resolved.selector
    if metrics is None or not metrics.enabled:
        return None
    meta = replace(resolved.meta, labels={**resolved.meta.labels, **resolved.config.monitors.labels})
    if resolved.metrics_port is None:
        return Resource("servicemonitor", service_monitor.manifest(meta, selector=selector, path=metrics.path))
    return Resource("podmonitor", pod_monitor.manifest(meta, selector=selector, path=metrics.path))
