"""Metrics that Prometheus reads from the pods."""

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import Field

from function.apis.infra_binding.monitoring.metric_name import MetricName
from function.apis.infra_binding.monitoring.metrics._exporter import Exporter, Scraped
from function.apis.infra_binding.monitoring.unit import Unit
from function.base.rule import Rule
from function.base.text import Text
from function.base.types import UrlPath

_PORT = 9249
_PATH = "/metrics"
_FLINKS = (6122, 6123, 6124, 8081)
"""The ports of a job's own pods: of task managers, job managers, files, and the REST API."""
_TAKEN = ("component", "container", "endpoint", "instance", "job", "namespace", "pod", "quantile")
"""The labels by which series are told apart, and alerts select them."""

SeriesLabel = Annotated[
    str,
    Text(
        "^[a-zA-Z]([a-zA-Z0-9_]*)$",
        meaning="letters, digits and '_', starting with a letter",
        example="team",
        max_length=63,
    ),
]
SeriesValue = Annotated[
    str,
    Text(
        "^[-_.:/@+a-zA-Z0-9]*$",
        meaning="letters, digits, and any of - _ . : / @ +",
        example="payments",
        max_length=128,
    ),
]


class Model(Exporter):
    """Metrics that Prometheus reads from the pods of jobs."""

    rules = (
        Rule(
            cel=f"!has(self.port) || !(self.port in {list(_FLINKS)})",
            message="must not be a port that Flink itself uses",
            hint=f"use another port, such as {_PORT}",
            field="port",
            holds=lambda exporter: exporter.port not in _FLINKS,
            got=lambda exporter: str(exporter.port),
        ),
        Rule(
            cel=f"!has(self.labels) || !self.labels.exists(name, name in {list(_TAKEN)})",
            message="must not contain labels that Prometheus itself sets",
            hint=f"remove {', '.join(_TAKEN)}",
            field="labels",
            holds=lambda exporter: not set(exporter.labels) & set(_TAKEN),
        ),
    )

    type: Literal["prometheus"]
    port: Annotated[int, Field(ge=1024, le=65535)] | None = None
    """Port of the pods. Default: 9249."""
    path: UrlPath | None = None
    """Path of the metrics. Default: /metrics."""
    labels: Annotated[dict[SeriesLabel, SeriesValue], Field(max_length=16)] = {}
    """Labels of all series of the binding."""
    application_metrics: Annotated[dict[MetricName, Unit], Field(max_length=64)] = {}
    """Metrics that applications of the namespace export, with their units. Alerts can be on these, too."""

    def configuration(self) -> dict[str, str]:
        """Return the reporter, which answers every path."""
        return {
            "metrics.reporter.prom.factory.class": "org.apache.flink.metrics.prometheus.PrometheusReporterFactory",
            "metrics.reporter.prom.port": str(self.port or _PORT),
        }

    def applications(self) -> Mapping[str, Unit]:
        """Return the metrics that the binding names."""
        return self.application_metrics

    def scraped(self) -> Scraped:
        """Return the port, the path, and the labels."""
        return Scraped(port=self.port or _PORT, path=self.path or _PATH, labels=self.labels)
