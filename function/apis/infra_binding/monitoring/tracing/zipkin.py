"""Traces in Zipkin, which reads only its own protocol. Flink does not speak it."""

from typing import Literal

from function.apis.infra_binding.monitoring.tracing._tracer import Tracer
from function.base.manifest import Manifest


class Model(Tracer):
    """Traces in Zipkin. Nothing configures the jobs, because Flink does not speak its protocol."""

    type: Literal["zipkin"]

    def sidecar(self) -> Manifest:
        """Return the address, because sidecars of Dapr speak Zipkin's protocol."""
        return {"zipkin": {"endpointAddress": self.endpoint}}

    def exporter(self) -> Manifest:
        """Return the exporter of Zipkin, which an SDK must include."""
        return {"OTEL_TRACES_EXPORTER": "zipkin", "OTEL_EXPORTER_ZIPKIN_ENDPOINT": self.endpoint}
