import pytest

from function.apis.infra_binding.sections.checkpoints.gcs import Model
from function.base.manifest import Json
from tests.bindings import binding, manifests, process
from tests.checkpoints import BEHAVIOR, CHANGES, REFUSED
from tests.plug_ins.cases import Cases

CASES = Cases(
    whole={"type": "gcs", "bucket": "fraud-processing-checkpoints", "prefix": "detection/", **BEHAVIOR},
    changes={"bucket": "other", "prefix": "other", **CHANGES},
    refused=[
        *(("bucket", None), ("bucket", "Fraud"), ("bucket", "ab"), ("bucket", "gs://a"), ("prefix", "a b")),
        *(("region", "us-east-1"), ("provision", True), ("auth", {"key_file": "CANARY"}), ("type", "gs"), *REFUSED),
    ],
)


@pytest.mark.parametrize(("prefix", "uri"), [("detection/", "gs://fraud/detection"), (None, "gs://fraud")])
def test_the_directory_is_in_the_bucket(prefix: str | None, uri: str) -> None:
    document: dict[str, Json] = {"type": "gcs", "bucket": "fraud", **({"prefix": prefix} if prefix else {})}
    assert Model.model_validate(document).storage().uri == uri


def test_the_plug_in_of_google_is_enabled() -> None:
    stores: Json = {"a": {"type": "gcs", "bucket": "fraud"}}
    made = manifests(binding(deployment={"type": "kubernetes"}, checkpoints=stores, resources={"p": process()}))
    assert "'value': 'flink-gs-fs-hadoop-1.20.1.jar'" in str(made["flinkdeployment-p"])
