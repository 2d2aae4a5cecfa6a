import pytest

from function.apis.infra_binding.monitoring.tracing.jaeger import Model
from tests.plug_ins.cases import Cases

CASES = Cases(
    whole={"type": "jaeger", "endpoint": "http://jaeger-collector:14268/api/traces", "sampling_rate": 0.1},
    changes={"endpoint": "http://jaeger.other:4317", "sampling_rate": 1},
    refused=[
        *(
            ("type", "Jaeger"),
            ("endpoint", "jaeger:14268"),
            ("endpoint", "http://u:p@jaeger:14268"),
            ("endpoint", None),
        ),
        *(("endpoint", "udp://jaeger:6831"), ("endpoint", "http://jaeger/a?b"), ("sampling_rate", 1.1)),
        *(("sampling_rate", -0.1), ("sampling_rate", "10%"), ("sampling_rate", "0.1"), ("agent", "jaeger:6831")),
    ],
)


def tracer(endpoint: str) -> Model:
    return Model.model_validate({"type": "jaeger", "endpoint": endpoint})


@pytest.mark.parametrize(
    ("written", "used"),
    [
        ("http://jaeger-collector:14268/api/traces", "http://jaeger-collector:4317"),
        ("https://jaeger.example.org", "https://jaeger.example.org:4317"),
        ("http://jaeger:4318/", "http://jaeger:4317"),
        ("http://jaeger:14250", "http://jaeger:4317"),
        ("http://jaeger:9999", "http://jaeger:9999"),
    ],
)
def test_its_own_protocol_gives_way_to_otlp(written: str, used: str) -> None:
    assert tracer(written).otlp() == used
    assert tracer(written).configuration()["traces.reporter.otel.exporter.endpoint"] == used


def test_the_other_address_is_told() -> None:
    both = "jobs send traces as OTLP by gRPC, to http://jaeger:4317; applications by HTTP, to http://jaeger:4318"
    for written in ("http://jaeger:14268/api/traces", "http://jaeger:4317", "http://jaeger:4318"):
        assert list(tracer(written).changed()) == [("endpoint", both)]
    assert list(tracer("http://jaeger:9999").changed()) == []
    assert list(tracer("http://jaeger:9999/").changed()) == [
        ("endpoint", "traces are sent as OTLP by gRPC, to http://jaeger:9999")
    ]


@pytest.mark.parametrize(
    ("written", "endpoint", "protocol"),
    [
        ("http://jaeger:14268/api/traces", "http://jaeger:4318", "http/protobuf"),
        ("http://jaeger:4317", "http://jaeger:4318", "http/protobuf"),
        ("http://jaeger:9999", "http://jaeger:9999", "grpc"),
    ],
)
def test_applications_use_http_because_python_in_injected_images_has_no_grpc(
    written: str, endpoint: str, protocol: str
) -> None:
    assert tracer(written).exporter() == {
        "OTEL_EXPORTER_OTLP_ENDPOINT": endpoint,
        "OTEL_EXPORTER_OTLP_PROTOCOL": protocol,
    }


def test_applications_get_the_sampler_of_their_sdk() -> None:
    assert Model.model_validate(CASES.whole).client() == {
        "OTEL_EXPORTER_OTLP_ENDPOINT": "http://jaeger-collector:4318",
        "OTEL_EXPORTER_OTLP_PROTOCOL": "http/protobuf",
        "OTEL_TRACES_SAMPLER": "parentbased_traceidratio",
        "OTEL_TRACES_SAMPLER_ARG": "0.1",
    }
    assert "OTEL_TRACES_SAMPLER" not in tracer("http://jaeger:4317").client()
