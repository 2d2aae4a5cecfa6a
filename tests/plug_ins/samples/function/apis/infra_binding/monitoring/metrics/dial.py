"""Metrics on a dial."""

from typing import Annotated, Literal

from pydantic import Field

from function.apis.infra_binding.monitoring.metrics._exporter import Exporter


class Model(Exporter):
    """Metrics on a dial."""

    type: Literal["dial"]
    marks: Annotated[int, Field(ge=1, le=360)]
    """Number of marks."""

    def configuration(self) -> dict[str, str]:
        """Return the reporter."""
        return {
            "metrics.reporter.dial.factory.class": "org.example.DialReporterFactory",
            "metrics.reporter.dial.marks": str(self.marks),
        }
