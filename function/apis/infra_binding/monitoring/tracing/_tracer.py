"""What all tracing backends have in common."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import Field

from function.apis.infra_binding.l5 import Binding
from function.apis.infra_binding.monitoring.otlp import http_address
from function.base.address_types import HttpUrl
from function.base.manifest import Manifest

_FACTORY = "org.apache.flink.traces.otel.OpenTelemetryTraceReporterFactory"


@dataclass(frozen=True, kw_only=True)
class Otlp:
    """Where OTLP is sent, and by which protocol, as OpenTelemetry's SDKs spell it."""

    endpoint: str
    protocol: Literal["grpc", "http/protobuf"]


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
        """Return the address to which jobs send OTLP, by gRPC, or None if the backend does not read OTLP."""
        return None

    def for_applications(self) -> Otlp | None:
        """Return the address to which applications send OTLP, by HTTP if that is known, or None as above.

        What the OpenTelemetry operator adds to pods in Python cannot use gRPC.
        """
        grpc = self.otlp()
        if grpc is None:
            return None
        http = http_address(grpc)
        return Otlp(endpoint=http, protocol="http/protobuf") if http else Otlp(endpoint=grpc, protocol="grpc")

    def configuration(self) -> dict[str, str]:
        """Return the settings of jobs under Flink's names; Flink traces checkpoints and recoveries."""
        address = self.otlp()
        if address is None:
            return {}
        return {"traces.reporter.otel.factory.class": _FACTORY, "traces.reporter.otel.exporter.endpoint": address}

    def exporter(self) -> Manifest:
        """Return the environment variables that tell OpenTelemetry's SDKs where to send traces."""
        sent = self.for_applications()
        if sent is None:
            return {}
        return {"OTEL_EXPORTER_OTLP_ENDPOINT": sent.endpoint, "OTEL_EXPORTER_OTLP_PROTOCOL": sent.protocol}

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
        grpc, sent = self.otlp(), self.for_applications()
        if grpc is None or sent is None or {grpc, sent.endpoint} == {self.endpoint}:
            return
        if sent.endpoint == grpc:
            yield "endpoint", f"traces are sent as OTLP by gRPC, to {grpc}"
        else:
            yield "endpoint", f"jobs send traces as OTLP by gRPC, to {grpc}; applications by HTTP, to {sent.endpoint}"
