"""All parts of the section `monitoring`."""

from collections.abc import Iterator, Mapping, Sequence

from function.apis.infra_binding.bound_secret import BoundSecret
from function.apis.infra_binding.jobs.job import Job
from function.apis.infra_binding.model.binding import InfraBinding
from function.apis.infra_binding.monitoring.monitoring import Monitoring
from function.apis.infra_binding.monitors.alerts import RULE, alerts
from function.apis.infra_binding.monitors.logs import logging
from function.apis.infra_binding.monitors.metrics import POD_MONITOR, metrics
from function.apis.infra_binding.monitors.monitor import Monitor
from function.apis.infra_binding.monitors.receivers import CONFIG, receivers
from function.apis.infra_binding.monitors.tracing import INSTRUMENTATION, tracing
from function.base.meta import Meta
from function.platform.config import PlatformConfig

PARTS = (POD_MONITOR, INSTRUMENTATION, RULE, CONFIG)
"""The kinds of objects of the section."""


def monitors(
    spec: InfraBinding, meta: Meta, config: PlatformConfig, secrets: Mapping[str, BoundSecret], jobs: Sequence[Job]
) -> tuple[Monitor, ...]:
    """Return what becomes of each part that the binding has."""
    if spec.monitoring is None:
        return ()
    return tuple(_monitors(spec, spec.monitoring, meta, config, secrets, jobs))


def _monitors(
    spec: InfraBinding,
    monitoring: Monitoring,
    meta: Meta,
    config: PlatformConfig,
    secrets: Mapping[str, BoundSecret],
    jobs: Sequence[Job],
) -> Iterator[Monitor]:
    if monitoring.metrics is not None:
        yield metrics(monitoring.metrics, meta, config, jobs)
    if monitoring.tracing is not None:
        yield tracing(monitoring.tracing, meta, config)
    if monitoring.logging is not None:
        yield logging(monitoring.logging)
    if monitoring.alerts:
        yield alerts(monitoring, spec.environment, meta, config, jobs)
    if monitoring.receivers:
        yield receivers(monitoring.receivers, meta, config, secrets)
