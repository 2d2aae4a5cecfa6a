"""Traces in Jaeger, which reads OpenTelemetry's protocol; nothing sends its old one any more."""

from typing import Literal

from function.apis.infra_binding.monitoring.otlp import grpc_address
from function.apis.infra_binding.monitoring.tracing._tracer import Tracer


class Model(Tracer):
    """Traces in Jaeger, as OTLP."""

    type: Literal["jaeger"]

    def otlp(self) -> str:
        """Return the address, with the port of OTLP in place of those of Jaeger's own protocol and of HTTP."""
        return grpc_address(self.endpoint, of_http=("", "4318", "14250", "14268"))
