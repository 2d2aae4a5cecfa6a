"""The PodMonitor of each job, with which Prometheus reads its metrics."""

from collections.abc import Sequence
from dataclasses import replace

from function.apis.infra_binding.jobs.job import Job
from function.apis.infra_binding.member import Made, Part
from function.apis.infra_binding.monitoring.metrics import Exporter, Scraped
from function.apis.infra_binding.monitors.monitor import Monitor
from function.base.condition import WORKLOAD_AVAILABLE
from function.base.meta import Meta
from function.delivery.resource import Resource
from function.manifests import pod_monitor
from function.platform.config import PlatformConfig

POD_MONITOR = Part(
    key="podmonitor",
    kind=pod_monitor.KIND.kind,
    made="for each Flink job, with metrics for Prometheus and `PlatformConfig.spec.monitors.bindings`",
)


def metrics(exporter: Exporter, meta: Meta, config: PlatformConfig, jobs: Sequence[Job]) -> Monitor:
    """Return the monitors of the jobs that are deployed."""
    scraped = exporter.scraped()
    wants = [POD_MONITOR.of(job.name) for job in jobs if job.wanted] if scraped else []
    return Monitor(name="metrics", physical=exporter.type, made=_made(exporter, meta, config, jobs), wants=wants)


def _made(exporter: Exporter, meta: Meta, config: PlatformConfig, jobs: Sequence[Job]) -> Made:
    scraped = exporter.scraped()
    if scraped is None:
        return Made(unmanaged=exporter.unmanaged())
    if not config.monitors.bindings:
        return Made(unmanaged="PlatformConfig.spec.monitors.bindings is not set; the jobs only open the port")
    deployed = [job for job in jobs if job.made.own]
    if not deployed:
        return Made(unmanaged="nothing deploys a process of the binding; Prometheus must be told where they run")
    labeled = replace(meta, labels={**meta.labels, **config.monitors.labels})
    return Made(own=tuple(_monitor(job, scraped, labeled) for job in deployed))


def _monitor(job: Job, scraped: Scraped, meta: Meta) -> Resource:
    manifest = pod_monitor.manifest(
        meta,
        name=job.physical,
        selector={"app": job.physical},  # the operator's label for the pods of a FlinkDeployment
        path=scraped.path,
        copied=("component",),
        series=scraped.labels,
    )
    return Resource(POD_MONITOR.of(job.name), manifest, about=WORKLOAD_AVAILABLE)
