from function.base.meta import Meta
from function.manifests.instrumentation import manifest
from tests.schemas import violations
from tests.support import look


def test_the_manifest() -> None:
    made = manifest(
        Meta("orders", "shop"),
        name="orders.tracing",
        endpoint="http://collector:4318",
        protocol="http/protobuf",
        sampling_rate=0.5,
    )
    assert violations(made) == []
    assert list(made) == ["apiVersion", "kind", "metadata", "spec"]
    assert made["spec"] == {
        "exporter": {"endpoint": "http://collector:4318"},
        "env": [
            {"name": "OTEL_EXPORTER_OTLP_PROTOCOL", "value": "http/protobuf"},
            {"name": "OTEL_METRICS_EXPORTER", "value": "none"},
            {"name": "OTEL_LOGS_EXPORTER", "value": "none"},
        ],
        "propagators": ["tracecontext", "baggage"],
        "sampler": {"type": "parentbased_traceidratio", "argument": "0.5"},
    }


def test_without_a_rate_the_sdk_decides() -> None:
    made = manifest(Meta("orders", "shop"), name="a", endpoint="http://c:4317", protocol="grpc", sampling_rate=None)
    assert violations(made) == []
    assert look(made, "spec.sampler") is None
