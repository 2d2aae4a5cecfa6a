"""What all tracing backends have in common."""

from collections.abc import Iterator
from typing import Annotated

from pydantic import Field

from function.apis.infra_binding.l5 import Binding
from function.base.address_types import HttpUrl
from function.base.manifest import Manifest, present

_FACTORY = "org.apache.flink.traces.otel.OpenTelemetryTraceReporterFactory"


class Tracer(Binding):
    """Where traces are sent."""

    type: str
    """Kind of backend."""
    endpoint: HttpUrl
    """Address of the backend."""
    sampling_rate: Annotated[float, Field(ge=0, le=1)] | None = None
    """Part of the traces that applications record, from 0 to 1. Flink records all of its own. Default: as in the
    application."""

    def otlp(self) -> str | None:
        """Return the address to which OTLP is sent by gRPC, or None if the backend does not read OTLP."""
        return None

    def configuration(self) -> dict[str, str]:
        """Return the settings of jobs under Flink's names; Flink traces checkpoints and recoveries."""
        address = self.otlp()
        if address is None:
            return {}
        return {"traces.reporter.otel.factory.class": _FACTORY, "traces.reporter.otel.exporter.endpoint": address}

    def exporter(self) -> Manifest:
        """Return the environment variables that tell OpenTelemetry's SDKs where to send traces."""
        return present({"OTEL_EXPORTER_OTLP_ENDPOINT": self.otlp() or "", "OTEL_EXPORTER_OTLP_PROTOCOL": "grpc"})

    def sidecar(self) -> Manifest:
        """Return where a sidecar of Dapr sends traces, as its Configuration has it."""
        scheme, _, address = (self.otlp() or "").partition("://")
        return {"otel": {"endpointAddress": address, "isSecure": scheme == "https", "protocol": "grpc"}}

    def client(self) -> Manifest:
        """Return the environment variables of OpenTelemetry's SDKs."""
        if self.sampling_rate is None:
            return self.exporter()
        sampler: Manifest = {"OTEL_TRACES_SAMPLER": "parentbased_traceidratio"}
        return {**self.exporter(), **sampler, "OTEL_TRACES_SAMPLER_ARG": str(self.sampling_rate)}

    def changed(self) -> Iterator[tuple[str, str]]:
        """Yield each field whose value is not used exactly as written, and what is used instead."""
        address = self.otlp()
        if address not in (None, self.endpoint):
            yield "endpoint", f"traces are sent as OTLP by gRPC, to {address}"
