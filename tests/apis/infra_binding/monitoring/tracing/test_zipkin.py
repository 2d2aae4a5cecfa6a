from function.apis.infra_binding.monitoring.tracing.zipkin import Model
from tests.plug_ins.cases import Cases

CASES = Cases(
    whole={"type": "zipkin", "endpoint": "http://zipkin:9411/api/v2/spans", "sampling_rate": 1},
    changes={"endpoint": "http://zipkin.other:9411/api/v2/spans", "sampling_rate": 0.5},
    for_applications=["endpoint", "sampling_rate"],
    refused=[
        *(("type", "Zipkin"), ("endpoint", "zipkin:9411"), ("endpoint", None)),
        *(("sampling_rate", 1.5), ("sampling_rate", "1"), ("port", 9411)),
    ],
)


def test_jobs_are_not_configured_and_applications_are_told_how() -> None:
    found = Model.model_validate(CASES.whole)
    assert (found.otlp(), found.configuration(), list(found.changed())) == (None, {}, [])
    assert found.client() == {
        "OTEL_TRACES_EXPORTER": "zipkin",
        "OTEL_EXPORTER_ZIPKIN_ENDPOINT": "http://zipkin:9411/api/v2/spans",
        "OTEL_TRACES_SAMPLER": "parentbased_traceidratio",
        "OTEL_TRACES_SAMPLER_ARG": "1.0",
    }
