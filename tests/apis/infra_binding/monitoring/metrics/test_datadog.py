from function.apis.infra_binding.monitoring.metrics.datadog import Model
from tests.monitored import made
from tests.plug_ins.cases import Cases

CASES = Cases(
    whole={"type": "datadog", "api_key": "secret://db/key"},
    changes={"api_key": "secret://db/other"},
    for_applications=["api_key"],
    refused=[
        *(
            ("type", "dog"),
            ("api_key", "hT7kP2xQ9vLmN4s"),
            ("api_key", ""),
            ("api_key", 3),
            ("api_key", "secret://DB/key"),
        ),
        *(("port", 9249), ("labels", {}), ("site", "eu")),
    ],
)


def test_no_key_reaches_a_job() -> None:
    found = made(metrics={"type": "datadog"})
    assert sorted(found) == ["document", "flinkdeployment-p"]
    assert "datadog" not in str(found["flinkdeployment-p"])


def test_it_says_who_must_collect_the_metrics() -> None:
    assert "Datadog agent" in Model.model_validate({"type": "datadog"}).unmanaged()
