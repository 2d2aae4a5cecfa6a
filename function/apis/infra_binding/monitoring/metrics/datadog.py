"""Metrics in Datadog. Flink's reporter wants its key in plaintext, so nothing configures it here."""

from typing import Literal

from function.apis.infra_binding.l5 import Reference
from function.apis.infra_binding.monitoring.metrics._exporter import Exporter


class Model(Exporter):
    """Metrics in Datadog. Nothing configures the jobs, because Flink would need the key in plaintext."""

    type: Literal["datadog"]
    api_key: Reference | None = None
    """API key, for what sends the metrics."""

    def unmanaged(self) -> str:
        """Return that the agent must do it."""
        return "Flink needs the API key in plaintext; let the Datadog agent collect the metrics"
