"""Traces in a backend that reads OpenTelemetry's protocol, such as a collector."""

from typing import Literal

from function.apis.infra_binding.monitoring.otlp import grpc_address
from function.apis.infra_binding.monitoring.tracing._tracer import Tracer


class Model(Tracer):
    """Traces in a backend that reads OTLP, such as a collector."""

    type: Literal["otel"]

    def otlp(self) -> str:
        """Return the address, with the port of gRPC in place of that of HTTP."""
        return grpc_address(self.endpoint, of_http=("4318",))
