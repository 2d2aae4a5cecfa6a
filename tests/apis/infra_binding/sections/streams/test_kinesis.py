import pytest

from function.apis.infra_binding.member import Made
from function.apis.infra_binding.sections.streams.kinesis import Model
from function.base.condition import WORKLOAD_AVAILABLE
from function.base.manifest import Json, Manifest
from function.base.meta import Meta
from function.base.validation import broken_rules
from function.platform.config import PlatformConfig
from function.render import check
from tests.bindings import binding, composite, manifests
from tests.cel import judge
from tests.documents import LOOSE
from tests.plug_ins.cases import Cases
from tests.schemas import violations
from tests.support import look

ALERTS: Manifest = {"type": "kinesis", "stream": "prod-fraud-alerts", "region": "us-east-1", "provision": True}
WHOLE: Manifest = {
    **ALERTS,
    "shard_count": 16,
    "retention_hours": 168,
    "encryption": True,
    "kms_key_id": "alias/payments",
    "properties": {"p": "v"},
}
META = Meta("payments", "shop", {"team": "checkout"})
CASES = Cases(
    whole={**ALERTS, "shard_count": 16, "retention_hours": 168, "encryption": True, "properties": {"p": "v"}},
    changes={
        "stream": "other",
        "region": "eu-central-1",
        "provision": False,
        "shard_count": 8,
        "retention_hours": 24,
        "encryption": False,
        "kms_key_id": "alias/other",
        "properties{p}": "w",
    },
    policy={"streams": {"kinesisProvision": True}},
    for_applications=["properties{p}"],
    refused=[
        *(("stream", None), ("stream", ""), ("stream", "a/b"), ("stream", "s" * 129), ("region", None)),
        *(("region", "Frankfurt"), ("region", "us-east"), ("region", "us-east-1a"), ("shard_count", 0)),
        *(("shard_count", "16"), ("shard_count", 1.5), ("retention_hours", 23), ("retention_hours", 8761)),
        *(("encryption", "KMS"), ("encryption", 1), ("kms_key_id", ""), ("kms_key_id", "a b"), ("provision", "yes")),
        *(("topic", "a"), ("credentials", {"type": "static", "secret_key": "CANARY"}), ("type", "kafka")),
    ],
)


def made(**fields: Json) -> Manifest:
    found = Model.model_validate({**ALERTS, **fields}).made("alerts", META, PlatformConfig(), {})
    assert isinstance(found, Made)
    (resource,) = found.own
    assert (resource.key, resource.keep, resource.about) == ("stream-alerts", True, WORKLOAD_AVAILABLE)
    assert [resource.manifest["kind"]] == [part.kind for part in Model.makes]
    assert violations(resource.manifest) == []
    return resource.manifest


def test_a_stream_with_all_it_may_say() -> None:
    assert made(**WHOLE) == {
        "apiVersion": "kinesis.aws.m.upbound.io/v1beta1",
        "kind": "Stream",
        "metadata": {
            "name": "prod-fraud-alerts-us-east-1",
            "namespace": "shop",
            "labels": {"team": "checkout"},
            "annotations": {"crossplane.io/external-name": "prod-fraud-alerts"},
        },
        "spec": {
            "managementPolicies": ["Observe", "Create", "Update", "LateInitialize"],
            "forProvider": {
                "region": "us-east-1",
                "shardCount": 16,
                "retentionPeriod": 168,
                "streamModeDetails": {"streamMode": "PROVISIONED"},
                "encryptionType": "KMS",
                "kmsKeyId": "alias/payments",
            },
        },
    }


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({}, {"streamModeDetails": {"streamMode": "ON_DEMAND"}}),
        ({"encryption": False}, {"streamModeDetails": {"streamMode": "ON_DEMAND"}, "encryptionType": "NONE"}),
        (
            {"encryption": True, "shard_count": 1},
            {
                "shardCount": 1,
                "streamModeDetails": {"streamMode": "PROVISIONED"},
                "encryptionType": "KMS",
                "kmsKeyId": "alias/aws/kinesis",
            },
        ),
    ],
)
def test_what_is_not_said_is_left_to_the_service(fields: Manifest, expected: Manifest) -> None:
    assert look(made(**fields), "spec.forProvider") == {"region": "us-east-1", **expected}


@pytest.mark.parametrize("fields", [{}, {"provision": False}, {"shard_count": 16}])
def test_unless_it_is_asked_for_the_stream_must_exist(fields: Manifest) -> None:
    model = Model.model_validate({"type": "kinesis", "stream": "a", "region": "us-east-1", **fields})
    assert model.made("a", META, PlatformConfig(), {}) == Made(unmanaged="provision is not set; the stream must exist")


def test_one_name_in_two_regions_is_two_streams() -> None:
    there = {**ALERTS, "region": "eu-central-1"}
    assert list(manifests(binding(streams={"a": ALERTS, "b": there}), LOOSE)) == ["stream-a", "stream-b", "document"]
    (problem,) = check(composite(binding(streams={"a": ALERTS, "b": ALERTS})), LOOSE)
    assert (problem.path, problem.code) == ("spec.streams.b", "EP413")


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({}, True),
        ({"encryption": True}, True),
        ({"encryption": True, "kms_key_id": "k"}, True),
        ({"encryption": False, "kms_key_id": "k"}, False),
        ({"kms_key_id": "k"}, False),
    ],
)
def test_a_key_needs_encryption_and_an_api_server_says_so_too(fields: Manifest, expected: bool) -> None:
    (rule,) = Model.rules
    assert judge(rule.cel, "self", fields) == expected
    found = [str(problem) for problem in broken_rules(Model.model_validate({**ALERTS, **fields}), "spec.streams.a")]
    assert found == ([] if expected else ["spec.streams.a.kms_key_id: kms_key_id requires encryption: true"])


def breaches(namespace: str, policy: Json, **fields: Json) -> list[tuple[str, str | None]]:
    config = PlatformConfig.model_validate({"policy": {"streams": policy}})
    found = Model.model_validate({**ALERTS, **fields}).problems("spec.streams.a", namespace, config)
    return [(problem.path, problem.setting) for problem in found]


PROVISION = "spec.streams.a.provision"
STREAMS = "PlatformConfig.spec.policy.streams"
OURS: Manifest = {"shop": ["prod-fraud-"]}


@pytest.mark.parametrize(
    ("namespace", "policy", "setting"),
    [
        ("shop", {}, "kinesisProvision"),
        ("shop", {"prefixes": OURS}, "kinesisProvision"),
        ("other", {"kinesisProvision": True, "prefixes": OURS}, "prefixes"),
        ("shop", {"kinesisProvision": True, "prefixes": {"shop": ["prod-payments-"]}}, "prefixes"),
    ],
)
def test_a_stream_that_the_platform_does_not_let_the_binding_create(namespace: str, policy: Json, setting: str) -> None:
    assert breaches(namespace, policy) == [(PROVISION, f"{STREAMS}.{setting}")]
    assert breaches(namespace, policy, provision=False) == []


@pytest.mark.parametrize("policy", [{"kinesisProvision": True}, {"kinesisProvision": True, "prefixes": OURS}])
def test_a_stream_that_it_lets_the_binding_create(policy: Json) -> None:
    assert breaches("shop", policy) == []
