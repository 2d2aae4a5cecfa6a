from function.apis.infra_binding.monitoring.metrics.cloudwatch import Model
from tests.plug_ins.cases import Cases

CASES = Cases(
    whole={"type": "cloudwatch", "region": "us-east-1", "namespace": "payments/flink"},
    changes={"region": "eu-central-1", "namespace": "orders"},
    for_applications=["region", "namespace"],
    refused=[
        *(
            ("type", "CloudWatch"),
            ("region", "nowhere at all"),
            ("region", ""),
            ("namespace", "a b"),
            ("namespace", ""),
        ),
        *(("port", 9249), ("labels", {})),
    ],
)


def test_jobs_are_not_configured() -> None:
    found = Model.model_validate(CASES.whole)
    assert (found.configuration(), found.scraped()) == ({}, None)
    assert "no reporter for CloudWatch" in found.unmanaged()
