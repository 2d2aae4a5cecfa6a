from collections.abc import Mapping

import pytest

from function.apis.infra_binding.sections.checkpoints.s3 import Model
from function.base.manifest import Json, Manifest, mapping_at
from function.base.validation import broken_rules
from function.platform.config import PlatformConfig
from tests.bindings import binding, manifests, process, storage
from tests.checkpoints import BEHAVIOR, CHANGES, REFUSED
from tests.documents import LOOSE
from tests.plug_ins.cases import Cases
from tests.support import look

FOR_APPLICATIONS: Manifest = {"auth.type": "instance_profile", "auth.role_arn": "arn:aws:iam::1:role/other"}
CASES = Cases(
    whole={
        "type": "s3",
        "bucket": "company-checkpoints",
        "prefix": "auth/enrichment/",
        "region": "us-east-1",
        "s3": {"endpoint": "https://minio.example.org", "path_style_access": True},
        "auth": {"type": "assume_role", "role_arn": "arn:aws:iam::123456789012:role/flink"},
        **BEHAVIOR,
    },
    changes={
        "bucket": "other",
        "prefix": "other",
        "region": "eu-central-1",
        "s3.endpoint": "https://other.example.org",
        "s3.path_style_access": False,
        "provision": True,
        **CHANGES,
        **FOR_APPLICATIONS,
    },
    policy={"streams": {"bucketProvision": True}},
    for_applications=FOR_APPLICATIONS,
    refused=[
        *(("bucket", None), ("bucket", "Company"), ("bucket", "ab"), ("prefix", "a b"), ("prefix", "")),
        *(("region", "Frankfurt"), ("s3.endpoint", "minio"), ("s3.endpoint", "https://u:p@minio")),
        *(("auth.type", "static"), ("auth.access_key", "CANARY"), ("auth.role_arn", "flink"), ("provision", "yes")),
        *(("secret_key", "CANARY"), ("path", "s3://a/b"), ("type", "azure_blob"), ("encryption", {"type": "sse_kms"})),
        *REFUSED,
    ],
)


def configuration(**fields: Json) -> Mapping[str, Json]:
    """Return the configuration of a process that uses this storage."""
    spec = binding(deployment={"type": "kubernetes"}, checkpoints={"a": storage(**fields)}, resources={"p": process()})
    return mapping_at(manifests(spec, LOOSE)["flinkdeployment-p"], "spec", "flinkConfiguration")


@pytest.mark.parametrize(
    ("prefix", "uri"),
    [
        (None, "s3://company-checkpoints"),
        ("auth/enrichment/", "s3://company-checkpoints/auth/enrichment"),
        ("auth", "s3://company-checkpoints/auth"),
        ("/auth/", "s3://company-checkpoints/auth"),
        ("/", "s3://company-checkpoints"),
    ],
)
def test_prefix_and_bucket_are_joined_with_exactly_one_slash(prefix: str | None, uri: str) -> None:
    document = {key: value for key, value in storage(prefix=prefix).items() if value is not None}
    assert Model.model_validate(document).storage().uri == uri
    assert Model.model_validate(document).physical("a", {}) == uri


def test_the_plug_in_for_checkpoints_is_enabled_by_its_whole_release() -> None:
    spec = binding(
        deployment={"type": "kubernetes"}, checkpoints={"a": storage(region="us-east-1")}, resources={"p": process()}
    )
    made = manifests(spec)["flinkdeployment-p"]
    assert look(made, "spec.podTemplate.spec.containers.0.env") == [
        {"name": "AWS_REGION", "value": "us-east-1"},
        {"name": "ENABLE_BUILT_IN_PLUGINS", "value": "flink-s3-fs-presto-1.20.1.jar"},
    ]


def test_no_key_or_role_reaches_the_configuration() -> None:
    auth: Json = {"type": "assume_role", "role_arn": "arn:aws:iam::123456789012:role/flink"}
    assert configuration(auth=auth) == configuration()
    assert [key for key in configuration(auth=auth) if "access" in key or "secret" in key] == []


def test_no_rule_expires_what_incremental_checkpoints_need() -> None:
    made = manifests(binding(checkpoints={"a": storage(provision=True, region="us-east-1")}), LOOSE)
    assert list(made) == ["checkpoint-a", "document"]
    assert look(made, "checkpoint-a.spec.forProvider") == {"region": "us-east-1", "forceDestroy": False}


@pytest.mark.parametrize(("fields", "keys"), [({}, []), ({"provision": True, "region": "us-east-1"}, ["checkpoint-a"])])
def test_a_bucket_is_made_only_on_request(fields: dict[str, Json], keys: list[str]) -> None:
    assert Model.model_validate(storage(**fields)).wants("a", {}) == keys


def test_it_is_made_in_a_region() -> None:
    assert list(broken_rules(Model.model_validate(storage(provision=True)), "spec"))
    assert list(broken_rules(Model.model_validate(storage(provision=True, region="us-east-1")), "spec")) == []


@pytest.mark.parametrize(
    ("policy", "settings"),
    [
        ({}, ["bucketProvision"]),
        ({"bucketProvision": True}, []),
        ({"bucketProvision": True, "prefixes": {"shop": ["company-"]}}, []),
        ({"bucketProvision": True, "prefixes": {"shop": ["other-"]}}, ["prefixes"]),
        ({"prefixes": {"other": ["company-"]}}, ["bucketProvision", "prefixes"]),
    ],
)
def test_who_may_have_one_made(policy: Json, settings: list[str]) -> None:
    config = PlatformConfig.model_validate({"policy": {"streams": policy}})
    asked = Model.model_validate(storage(provision=True, region="us-east-1"))
    found = list(asked.problems("spec.checkpoints.a", "shop", config))
    assert [problem.setting for problem in found] == [f"PlatformConfig.spec.policy.streams.{name}" for name in settings]
    assert list(Model.model_validate(storage()).problems("spec.checkpoints.a", "shop", config)) == []
