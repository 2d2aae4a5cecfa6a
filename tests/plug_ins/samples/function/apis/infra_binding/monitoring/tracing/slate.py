"""Traces on a slate."""

from typing import Literal

from function.apis.infra_binding.monitoring.tracing._tracer import Tracer


class Model(Tracer):
    """Traces on a slate, as OTLP."""

    type: Literal["slate"]

    def otlp(self) -> str:
        """Return the address as it is."""
        return self.endpoint
