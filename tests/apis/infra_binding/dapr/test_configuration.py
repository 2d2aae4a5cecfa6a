import pytest

from function.apis.infra_binding.monitoring.tracing import MODELS as TRACERS
from function.base.manifest import Json
from tests.dapr import files, made
from tests.plug_ins.cases import Cases
from tests.support import look

ZIPKIN: Json = {"type": "zipkin", "endpoint": "http://zipkin:9411/api/v2/spans", "sampling_rate": 1}
CASES = Cases(
    in_l5=False,
    whole={"tracing": ZIPKIN, "metrics": True, "api_logging": False},
    changes={
        **{f"tracing({kind}).endpoint": "http://other:9411/api/v2/spans" for kind in TRACERS},
        **{f"tracing({kind}).sampling_rate": 0.5 for kind in TRACERS},
        "metrics": False,
        "api_logging": True,
    },
    refused=[
        *(("tracing", {}), ("tracing", "zipkin"), ("tracing.type", "datadog"), ("tracing.endpoint", None)),
        *(("tracing.sampling_rate", 1.5), ("metrics", "true"), ("metrics", {"enabled": True}), ("apiLogging", True)),
        ("mtls", {"enabled": False}),
    ],
)


def tracing(**fields: Json) -> Json:
    """Return what the Configuration says about these traces."""
    return look(made(configuration={"tracing": fields}), "daprconfiguration-configuration.spec.tracing")


def test_pods_refer_to_it_by_its_name() -> None:
    assert look(made(configuration={}), "daprconfiguration-configuration.metadata.name") == "payments.dapr"


def test_zipkin_gets_its_own_protocol() -> None:
    assert tracing(type="zipkin", endpoint="http://zipkin:9411/api/v2/spans", sampling_rate=1) == {
        "samplingRate": "1.0",
        "zipkin": {"endpointAddress": "http://zipkin:9411/api/v2/spans"},
    }


@pytest.mark.parametrize(
    ("kind", "endpoint", "address", "secure"),
    [
        ("otel", "http://collector:4317", "collector:4317", False),
        ("otel", "https://collector:4318", "collector:4317", True),
        ("jaeger", "http://jaeger:14268/api/traces", "jaeger:4317", False),
    ],
)
def test_the_others_get_otlp(kind: str, endpoint: str, address: str, secure: bool) -> None:
    found = tracing(type=kind, endpoint=endpoint)
    assert look(found, "otel") == {"endpointAddress": address, "isSecure": secure, "protocol": "grpc"}


def test_the_rate_is_required_so_that_without_one_it_is_daprs_own() -> None:
    assert look(tracing(type="otel", endpoint="http://collector:4317"), "samplingRate") == "0.0001"


def test_another_address_is_told() -> None:
    found = files(configuration={"tracing": {"type": "jaeger", "endpoint": "http://jaeger:14268/api/traces"}})
    assert found["warnings.yaml"] == {
        "dapr.configuration.tracing.endpoint": "sidecars send traces as OTLP by gRPC, to http://jaeger:4317"
    }


@pytest.mark.parametrize("kind", ["zipkin", "otel"])
def test_an_address_that_is_used_as_it_is_needs_no_word(kind: str) -> None:
    found = files(configuration={"tracing": {"type": kind, "endpoint": "http://collector:4317"}})
    assert "warnings.yaml" not in found


@pytest.mark.parametrize("field", ["tracing", "metric", "logging"])
def test_what_is_not_set_is_left_to_dapr(field: str) -> None:
    assert look(made(configuration={}), f"daprconfiguration-configuration.spec.{field}") is None
