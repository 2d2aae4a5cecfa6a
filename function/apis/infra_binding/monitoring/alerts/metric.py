"""Metrics on which alerts may be, under the names of L5, and their series in Prometheus."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from function.apis.infra_binding.monitoring.unit import Unit

_WINDOW = "10m"
"""The time in which a counter increases, if a condition names none."""
_CONTAINER = "flink-main-container"
_LIMITS = "kube_pod_container_resource_limits"
"""Of kube-state-metrics; common configurations of Prometheus drop what the kubelet says about limits."""


@dataclass(frozen=True, kw_only=True)
class Jobs:
    """The jobs of a binding, as the labels of series name them."""

    namespace: str
    names: Sequence[str]

    def selector(self, source: Literal["jobs", "pods", "applications"], more: str = "") -> str:
        """Return the selector of series about jobs, about their pods, or from applications."""
        labels = [f'namespace="{self.namespace}"']
        if source == "jobs":
            labels.append('job=~"' + "|".join(f"{self.namespace}/{name}" for name in self.names) + '"')
        if source == "pods":
            labels += ['pod=~"(' + "|".join(self.names) + ')-.*"', f'container="{_CONTAINER}"']
        return "{" + ",".join([*labels, *([more] if more else [])]) + "}"


@dataclass(frozen=True, kw_only=True)
class Metric:
    """A metric: its unit, and the expression, in which SELECTOR stands for the selector of its series."""

    unit: Unit
    source: Literal["jobs", "pods", "applications"]
    expression: str
    """If it counts, the series; if not, the value."""
    aggregated: str = ""
    """How the series of one job become one value, such as `max by (namespace, job)`."""
    counts: bool = False
    """Whether the series only grow, so that their increase counts."""
    latency: bool = False
    """Whether jobs export it only while they measure latencies."""
    more: str = ""
    """A further label by which the series are selected."""
    limit: str = ""
    """The resource, such as memory, if the value is compared with its limit."""

    def query(self, jobs: Jobs, window: str | None) -> str:
        """Return the value; that of a counter is the increase in the window."""
        found = self.expression.replace("SELECTOR", jobs.selector(self.source, self.more))
        if self.counts:
            found = f"increase({found}[{window or _WINDOW}])"
        value = f"{self.aggregated} ({found})" if self.aggregated else found
        return f"{value} / {self.aggregated} ({_LIMITS}{self._limits(jobs)})" if self.limit else value

    def _limits(self, jobs: Jobs) -> str:
        return jobs.selector(self.source, f'resource="{self.limit}"')


_JOB = "by (namespace, job)"
_POD = "max by (namespace, pod)"
KNOWN: Mapping[str, Metric] = {
    "checkpoint_failures": Metric(
        unit="count",
        source="jobs",
        expression="flink_jobmanager_job_numberOfFailedCheckpointsSELECTOR",
        aggregated=f"sum {_JOB}",
        counts=True,
    ),
    "kafka_consumer_lag": Metric(
        unit="count",
        source="jobs",
        expression="flink_taskmanager_job_task_operator_pendingRecordsSELECTOR",
        aggregated=f"sum {_JOB}",
    ),
    "processing_latency_p99": Metric(
        unit="milliseconds",
        source="jobs",
        expression="flink_taskmanager_job_latency_source_id_operator_id_operator_subtask_index_latencySELECTOR",
        aggregated=f"max {_JOB}",
        latency=True,
        more='quantile="0.99"',
    ),
    "memory_usage": Metric(
        unit="ratio",
        source="pods",
        expression="container_memory_working_set_bytesSELECTOR",
        aggregated=_POD,
        limit="memory",
    ),
    "cpu_usage": Metric(
        unit="ratio",
        source="pods",
        expression="rate(container_cpu_usage_seconds_totalSELECTOR[5m])",
        aggregated=_POD,
        limit="cpu",
    ),
}
"""The metrics that the jobs of a binding and their pods have."""


def application(name: str, unit: Unit) -> Metric:
    """Return a metric that applications export; a name that ends in _total is that of a counter."""
    return Metric(unit=unit, source="applications", expression=f"{name}SELECTOR", counts=name.endswith("_total"))
