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
from tests.support import look

ALERTS: Manifest = {"type": "kinesis", "stream": "prod-fraud-alerts", "region": "us-east-1", "provision": True}
META = Meta("payments", "shop", {"team": "checkout"})
FAN_OUT: Manifest = {"type": "enhanced_fan_out", "consumer_name": "fraud-processor"}
FRAUD = "alerts-e20d2ac9"
BUFFERED: Manifest = {"record_max_buffered_time": "100ms", "collection_max_count": 500}
FOR_APPLICATIONS: Manifest = {
    "direction": "sink",
    "properties{p}": "w",
    "consumer.starting_position": "LATEST",
    "consumer.timestamp": "2026-01-31T09:00:00Z",
    "producer.aggregation": False,
    "producer.max_connections": 1,
    "producer.record_max_buffered_time": "1s",
    "producer.collection_max_count": 1,
    "credentials.type": "static",
    "credentials.profile": "other",
    "credentials.role_arn": "arn:aws:iam::123456789012:role/other",
    "credentials.session_name": "other",
    "credentials.access_key_id": "secret://db/other",
    "credentials.secret_access_key": "secret://db/other",
}
CASES = Cases(
    whole={
        **ALERTS,
        "direction": "source",
        "shard_count": 16,
        "retention_hours": 168,
        "encryption": True,
        "properties": {"p": "v"},
        "consumer": {**FAN_OUT, "starting_position": "AT_TIMESTAMP", "timestamp": "2026-01-31T08:00:00Z"},
        "producer": {"aggregation": True, "max_connections": 2, **BUFFERED},
        "credentials": {
            "type": "assume_role",
            "profile": "p",
            "role_arn": "arn:aws:iam::123456789012:role/kinesis/consumer",
            "session_name": "fraud-processor",
            "access_key_id": "secret://db/id",
            "secret_access_key": "secret://db/key",
        },
    },
    changes={
        "stream": "other",
        "region": "eu-central-1",
        "provision": False,
        "shard_count": 8,
        "retention_hours": 24,
        "encryption": False,
        "kms_key_id": "alias/other",
        "consumer.type": "standard",
        "consumer.consumer_name": "other",
        **FOR_APPLICATIONS,
    },
    policy={"streams": {"kinesisProvision": True}},
    for_applications=FOR_APPLICATIONS,
    refused=[
        *(("stream", None), ("stream", ""), ("stream", "a/b"), ("stream", "s" * 257), ("region", None)),
        *(("region", "Frankfurt"), ("region", "us-east"), ("region", "us-east-1a"), ("shard_count", 0)),
        *(("shard_count", "16"), ("shard_count", 1.5), ("retention_hours", 23), ("retention_hours", 8761)),
        *(("encryption", "KMS"), ("encryption", 1), ("kms_key_id", ""), ("kms_key_id", "a b"), ("provision", "yes")),
        *(("topic", "a"), ("credentials", {"type": "static", "secret_key": "CANARY"}), ("type", "kafka")),
        *(("consumer.type", "shared"), ("consumer", {"type": "enhanced_fan_out"})),
        *(("consumer.timestamp", "yesterday"), ("consumer.starting_position", "latest")),
        *(
            ("credentials", {"type": "assume_role"}),
            ("credentials.role_arn", "kinesis-consumer"),
            ("credentials.type", None),
        ),
        *(("credentials.secret_access_key", "CANARY"), ("credentials", {"type": "static"})),
        *(("producer.max_connections", 0), ("producer.record_max_buffered_time", 100)),
    ],
)


def test_a_stream_is_made_with_all_it_may_say() -> None:
    found = Model.model_validate({**CASES.whole, "kms_key_id": "alias/payments"}).made(
        "alerts", META, PlatformConfig(), {}
    )
    stream, consumer = found.own
    assert (stream.key, stream.keep, stream.about) == ("stream-alerts", True, WORKLOAD_AVAILABLE)
    assert (consumer.key, consumer.keep, consumer.about) == (f"streamconsumer-{FRAUD}", False, WORKLOAD_AVAILABLE)
    assert look(stream.manifest, "spec.forProvider") == {
        "region": "us-east-1",
        "shardCount": 16,
        "retentionPeriod": 168,
        "streamModeDetails": {"streamMode": "PROVISIONED"},
        "encryptionType": "KMS",
        "kmsKeyId": "alias/payments",
    }


@pytest.mark.parametrize("fields", [{}, {"provision": False}, {"shard_count": 16}])
def test_unless_it_is_asked_for_the_stream_must_exist(fields: Manifest) -> None:
    model = Model.model_validate({"type": "kinesis", "stream": "a", "region": "us-east-1", **fields})
    assert model.made("a", META, PlatformConfig(), {}) == Made(unmanaged="provision is not set; the stream must exist")


def test_a_consumer_with_its_own_throughput_is_registered_with_the_stream() -> None:
    made = manifests(binding(streams={"alerts": {**ALERTS, "consumer": FAN_OUT}}), LOOSE)
    assert list(made) == ["stream-alerts", f"streamconsumer-{FRAUD}", "document"]
    assert look(made, f"streamconsumer-{FRAUD}.metadata.name") == f"payments.{FRAUD}"
    assert look(made, f"streamconsumer-{FRAUD}.spec.forProvider") == {
        "name": "fraud-processor",
        "region": "us-east-1",
        "streamArnRef": {"name": look(made, "stream-alerts.metadata.name")},
    }


@pytest.mark.parametrize(
    "fields", [{"provision": False}, {"consumer": {**FAN_OUT, "type": "standard"}}, {"consumer": {}}]
)
def test_without_a_stream_of_ours_or_its_own_throughput_it_is_not(fields: dict[str, Json]) -> None:
    document = {**ALERTS, "consumer": FAN_OUT, **fields}
    keys = [*manifests(binding(streams={"a": document}), LOOSE), *Model.model_validate(document).wants("a", {})]
    assert [key for key in keys if key.startswith("streamconsumer-")] == []


@pytest.mark.parametrize(
    "change", [{"stream": "other"}, {"region": "eu-west-1"}, {"consumer": {**FAN_OUT, "consumer_name": "b"}}]
)
def test_another_consumer_is_another_object(change: dict[str, Json]) -> None:
    """AWS cannot rename a consumer or move it to another stream."""
    first, second = ({**ALERTS, "consumer": FAN_OUT}, {**ALERTS, "consumer": FAN_OUT, **change})
    keys = [set(Model.model_validate(document).wants("a", {})) for document in (first, second)]
    assert keys[0] & keys[1] == {"stream-a"}


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
