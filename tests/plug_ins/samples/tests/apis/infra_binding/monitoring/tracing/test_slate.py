from function.apis.infra_binding.monitoring.tracing.slate import Model
from tests.plug_ins.cases import Cases

CASES = Cases(
    in_l5=False,
    whole={"type": "slate", "endpoint": "http://slate:4317", "sampling_rate": 0.5},
    changes={"endpoint": "http://other:4317", "sampling_rate": 1},
    refused=[("type", "Slate"), ("endpoint", "slate:4317"), ("endpoint", None), ("sampling_rate", 2), ("chalk", "red")],
)


def test_jobs_use_the_address_as_it_is() -> None:
    assert Model.model_validate(CASES.whole).otlp() == "http://slate:4317"
