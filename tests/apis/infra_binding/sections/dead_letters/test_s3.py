import pytest

from function.apis.infra_binding.sections.dead_letters.s3 import Model
from function.base.manifest import Json, Manifest, at
from function.base.validation import broken_rules
from function.platform.config import PlatformConfig
from tests.bindings import binding, manifests
from tests.cel import judge
from tests.documents import LOOSE
from tests.plug_ins.cases import Cases
from tests.support import look

WHOLE: Manifest = {
    "type": "s3",
    "bucket": "failed-records",
    "prefix": "auth/",
    "region": "us-east-1",
    "format": "json",
    "partition_by": "date",
    "provision": True,
    "include_metadata": True,
}
FOR_APPLICATIONS: Manifest = {
    "prefix": "other/",
    "format": "avro",
    "partition_by": "hour",
    "include_metadata": False,
}
CASES = Cases(
    whole=WHOLE,
    changes={"bucket": "other", "region": "eu-central-1", "provision": False, **FOR_APPLICATIONS},
    policy={"streams": {"bucketProvision": True}},
    for_applications=FOR_APPLICATIONS,
    refused=[
        *(("bucket", None), ("bucket", "Failed"), ("bucket", "ab"), ("bucket", "b" * 257), ("prefix", "a b")),
        *(("region", "Frankfurt"), ("format", "xml"), ("partition_by", "Date"), ("provision", "yes")),
        *(("topic", "a"), ("secret_key", "CANARY"), ("type", "gcs")),
    ],
)


def test_a_bucket_is_made_if_it_is_asked_for() -> None:
    made = manifests(binding(dead_letters={"batch": WHOLE}), LOOSE)["dead-letter-batch"]
    assert at(made, "metadata", "annotations", "crossplane.io/external-name") == "failed-records"
    assert look(made, "spec.forProvider") == {"region": "us-east-1", "forceDestroy": False}


@pytest.mark.parametrize("fields", [{"provision": False}, {"provision": False, "region": None}])
def test_unless_it_is_asked_for_it_must_exist(fields: dict[str, Json]) -> None:
    document = {key: value for key, value in {**WHOLE, **fields}.items() if value is not None}
    assert list(manifests(binding(dead_letters={"batch": document}))) == ["document"]
    assert Model.model_validate(document).wants("batch", {}) == []
    assert Model.model_validate(document).physical("batch", {}) == "failed-records/auth/"


@pytest.mark.parametrize(
    ("fields", "holds"),
    [
        ({}, True),
        ({"provision": False}, True),
        ({"provision": True}, False),
        ({"provision": True, "region": "us-east-1"}, True),
    ],
)
def test_a_bucket_is_made_in_a_region(fields: dict[str, Json], *, holds: bool) -> None:
    document: Manifest = {"type": "s3", "bucket": "failed-records", **fields}
    (rule,) = Model.rules
    assert judge(rule.cel, "self", document) == holds
    assert bool(list(broken_rules(Model.model_validate(document), "spec"))) is not holds


OWNED: Json = {"prefixes": {"shop": ["failed-"]}}


@pytest.mark.parametrize(
    ("namespace", "policy", "settings"),
    [
        ("shop", {}, ["bucketProvision"]),
        ("shop", {"bucketProvision": True}, []),
        ("shop", {"bucketProvision": True, "prefixes": {"shop": ["failed-"]}}, []),
        ("other", {"bucketProvision": True, "prefixes": {"shop": ["failed-"]}}, ["prefixes"]),
        ("other", {"prefixes": {"shop": ["failed-"]}}, ["bucketProvision", "prefixes"]),
    ],
)
def test_who_may_have_a_bucket_made(namespace: str, policy: Json, settings: list[str]) -> None:
    config = PlatformConfig.model_validate({"policy": {"streams": policy}})
    found = list(Model.model_validate(WHOLE).problems("spec.dead_letters.a", namespace, config))
    assert [problem.setting for problem in found] == [f"PlatformConfig.spec.policy.streams.{name}" for name in settings]
    assert {problem.path for problem in found} <= {"spec.dead_letters.a.provision"}
    assert list(Model.model_validate({**WHOLE, "provision": False}).problems("spec", namespace, config)) == []
