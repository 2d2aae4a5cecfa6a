"""How Prometheus finds the metrics of an EventDrivenService."""

from collections.abc import Mapping
from dataclasses import replace

from function.base.meta import Meta
from function.compose.event_driven_service.ports import own_metrics_port
from function.delivery.resource import Resource
from function.manifests import pod_monitor, service_monitor
from function.spec.event_driven_service import EventDrivenService
from function.spec.platform_config import PlatformConfig


def monitor(
    spec: EventDrivenService, config: PlatformConfig, meta: Meta, selector: Mapping[str, str]
) -> Resource | None:
    """Return a ServiceMonitor for metrics on the http port, a PodMonitor for those on a port of their own."""
    if spec.metrics is None or not spec.metrics.enabled:
        return None
    meta = replace(meta, labels={**meta.labels, **config.monitors.labels})
    if own_metrics_port(spec) is None:
        return Resource("servicemonitor", service_monitor.manifest(meta, selector=selector, path=spec.metrics.path))
    return Resource("podmonitor", pod_monitor.manifest(meta, selector=selector, path=spec.metrics.path))
