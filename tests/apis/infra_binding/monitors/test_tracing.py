import pytest

from function.base.manifest import Json, Manifest, mapping_at
from tests.bindings import PLATFORM, manifests
from tests.monitored import files, judged, made, reported, spec, with_image
from tests.schemas import violations
from tests.support import look

JAEGER: Json = {"type": "jaeger", "endpoint": "http://jaeger:14268/api/traces", "sampling_rate": 0.1}
ZIPKIN: Json = {"type": "zipkin", "endpoint": "http://zipkin:9411/api/v2/spans"}
KEY = "traces.reporter.otel.exporter.endpoint"


def test_the_document_says_how_applications_send_traces_and_that_the_address_is_another_one() -> None:
    found = files(monitoring={"tracing": JAEGER})
    assert look(found["monitoring.yaml"], "tracing.client.OTEL_EXPORTER_OTLP_ENDPOINT") == "http://jaeger:4318"
    assert found["binding.yaml"]["monitoring"] == {"tracing": JAEGER}
    assert found["warnings.yaml"] == {
        "monitoring.tracing.endpoint": "jobs send traces as OTLP by gRPC, to http://jaeger:4317; "
        "applications by HTTP, to http://jaeger:4318"
    }


@pytest.mark.parametrize(("tracing", "configured"), [(JAEGER, True), (ZIPKIN, False)])
def test_jobs_trace_checkpoints_if_the_backend_reads_otlp(tracing: Json, configured: bool) -> None:
    found = look(made(tracing=tracing)["flinkdeployment-p"], "spec.flinkConfiguration")
    assert isinstance(found, dict)
    assert (KEY in found) == configured


@pytest.mark.parametrize(
    ("image", "doubted"), [("flink:1.18.1", True), ("flink:1.19.3", False), ("flink:2.1.0", False)]
)
def test_a_flink_that_does_not_trace_is_told_of(image: str, doubted: bool) -> None:
    expected = ["spec.monitoring.tracing: has no effect on process 'p': Flink before 1.19 does not trace"]
    assert judged(with_image(f"company/{image}", tracing=JAEGER)) == (expected if doubted else [])


def test_pods_can_refer_to_an_instrumentation() -> None:
    found = made(tracing=JAEGER)["instrumentation-tracing"]
    assert violations(found) == []
    assert look(found, "metadata.name") == "payments.tracing"
    assert look(found, "spec.exporter.endpoint") == "http://jaeger:4318"
    assert look(found, "spec.env.0") == {"name": "OTEL_EXPORTER_OTLP_PROTOCOL", "value": "http/protobuf"}
    assert look(found, "spec.sampler") == {"type": "parentbased_traceidratio", "argument": "0.1"}
    without = made(tracing={"type": "otel", "endpoint": "http://collector:4317"})["instrumentation-tracing"]
    assert look(without, "spec.sampler") is None


@pytest.mark.parametrize(("tracing", "settings"), [(ZIPKIN, PLATFORM), (JAEGER, {}), (ZIPKIN, {})])
def test_without_otlp_or_the_operator_there_is_none(tracing: Json, settings: Manifest) -> None:
    found = manifests(spec(tracing=tracing), settings)
    assert list(found) == ["flinkdeployment-p", "document"]
    assert "monitoring.tracing" in str(mapping_at(found["document"], "data")["unmanaged.yaml"])


@pytest.mark.parametrize("endpoint", ["http://127.0.0.1:4317", "http://localhost:4317", "http://169.254.169.254"])
def test_an_address_that_no_claim_may_name_is_refused(endpoint: str) -> None:
    (found,) = reported(tracing={"type": "otel", "endpoint": endpoint})
    assert found.startswith("spec.monitoring.tracing.endpoint: ")
