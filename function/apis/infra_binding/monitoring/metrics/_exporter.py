"""What all ways to export metrics have in common."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from function.apis.infra_binding.l5 import Binding
from function.apis.infra_binding.monitoring.unit import Unit


@dataclass(frozen=True, kw_only=True)
class Scraped:
    """How Prometheus reads the metrics of a pod."""

    port: int
    path: str
    labels: Mapping[str, str] = field(default_factory=dict)
    """Labels of all series."""


class Exporter(Binding):
    """How jobs export their metrics."""

    type: str
    """Kind of exporter."""

    def configuration(self) -> dict[str, str]:
        """Return the settings of jobs under Flink's names."""
        return {}

    def scraped(self) -> Scraped | None:
        """Return how Prometheus reads the metrics, or None if it does not."""
        return None

    def applications(self) -> Mapping[str, Unit]:
        """Return the metrics of applications that Prometheus reads, with their units."""
        return {}

    def unmanaged(self) -> str:
        """Return why no object is created, for an exporter that Prometheus does not read."""
        return "it is configuration of the jobs; no object is needed"
