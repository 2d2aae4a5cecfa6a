import pytest

from function.apis.infra_binding.monitoring.tracing.otel import Model
from tests.plug_ins.cases import Cases

CASES = Cases(
    whole={"type": "otel", "endpoint": "http://collector.tracing:4317", "sampling_rate": 0.5},
    changes={"endpoint": "http://other.tracing:4317", "sampling_rate": 0},
    refused=[
        *(("type", "opentelemetry"), ("endpoint", "collector:4317")),
        *(
            ("endpoint", "http://a b"),
            ("endpoint", ""),
            ("sampling_rate", 2),
            ("sampling_rate", True),
            ("protocol", "http"),
        ),
    ],
)


@pytest.mark.parametrize(
    ("written", "used"),
    [
        ("http://collector:4317", "http://collector:4317"),
        ("http://collector:4318/v1/traces", "http://collector:4317"),
        ("https://collector.example.org", "https://collector.example.org"),
        ("https://collector.example.org:443/", "https://collector.example.org:443"),
    ],
)
def test_flink_speaks_grpc(written: str, used: str) -> None:
    found = Model.model_validate({"type": "otel", "endpoint": written})
    assert found.configuration() == {
        "traces.reporter.otel.factory.class": "org.apache.flink.traces.otel.OpenTelemetryTraceReporterFactory",
        "traces.reporter.otel.exporter.endpoint": used,
    }
