import pytest

from function.apis.infra_binding.sections.streams.kafka import Model
from function.base.manifest import Json, Manifest, mapping_at
from function.base.problems import Problem
from function.base.validation import broken_rules
from function.platform.config import PlatformConfig
from function.render import check
from tests.apis.infra_binding.kafka.test_client import CONSUMER, PRODUCER
from tests.bindings import PLATFORM, binding, composite, config, manifests, secret, topic
from tests.cel import judge
from tests.documents import platform
from tests.plug_ins.cases import Cases
from tests.support import look, outcome

FOR_APPLICATIONS: Manifest = {
    "consumer.auto_offset_reset": "latest",
    "consumer.max_poll_records": 1,
    "consumer.isolation_level": "read_uncommitted",
    "consumer.fetch_min_bytes": 1,
    "consumer.fetch_max_wait": "1s",
    "producer.acks": -1,
    "producer.idempotence": False,
    "producer.compression": "none",
    "producer.retries": 0,
    "producer.batch_size": 1,
    "producer.linger_ms": 0,
    "producer.buffer_memory": 1,
    "schema_registry.url": "https://other.example.org",
    "schema_registry.basic_auth": "secret://db/other",
    "serialization.key_format": "bytes",
    "serialization.value_format": "protobuf",
    "serialization.schema_registry_url": "https://other.example.org",
    "serialization.avro.schema_registry_url": "https://other.example.org",
    "serialization.avro.subject_name_strategy": "RecordNameStrategy",
    "serialization.avro.auto_register": True,
    "serialization.protobuf.message_class": "com.example.Other",
    "serialization.protobuf.include_schema": False,
    "error_handling.action": "fail",
    "error_handling.deserialization.action": "skip",
    "error_handling.deserialization.log_level": "error",
    "error_handling.deserialization.max_errors_per_minute": 0,
    "error_handling.connectivity.retry_attempts": 1,
    "error_handling.connectivity.retry_backoff": "fixed",
    "error_handling.connectivity.initial_backoff": "2s",
    "error_handling.connectivity.max_backoff": "2m",
    "error_handling.connectivity.fail_after": "20m",
    "properties{p}": "w",
}
_COUNTED: Manifest = {"partitions": 3, "replication": 3, "min_insync_replicas": 2}
SETTINGS: Manifest = {**_COUNTED, "retention_ms": 1, "compaction": "compact", "compression": "snappy"}
_OTHER_COUNTED: Manifest = {"partitions": 4, "replication": 2, "min_insync_replicas": 1}
OTHER_SETTINGS: Manifest = {**_OTHER_COUNTED, "retention_ms": -1, "compaction": "delete", "compression": "none"}
REGISTERS: Manifest = {"auto_register": False}
USERS: Manifest = {"streams": {"kafkaUsers": True}}
CASES = Cases(
    whole=SETTINGS
    | topic(
        direction="bidirectional",
        properties={"p": "v"},
        consumer=CONSUMER,
        producer=PRODUCER,
        schema_registry={"url": "https://registry.example.org", "basic_auth": "secret://db/auth"},
        serialization={
            "key_format": "string",
            "value_format": "avro",
            "schema_registry_url": "https://a",
            "avro": {"schema_registry_url": "https://b", "subject_name_strategy": "TopicNameStrategy", **REGISTERS},
            "protobuf": {"message_class": "com.example.AuthEvent", "include_schema": True},
        },
        error_handling={
            "action": "dlq",
            "deserialization": {
                "action": "dlq",
                "dlq_topic": "errors",
                "log_level": "warn",
                "max_errors_per_minute": 1,
            },
            "connectivity": {
                "retry_attempts": 5,
                "retry_backoff": "exponential",
                "initial_backoff": "1s",
                "max_backoff": "60s",
                "fail_after": "10m",
            },
        },
        security={"authentication": "scram-sha-512"},
    ),
    changes={
        "direction": "source",
        "topic": "other",
        "brokers": "main-kafka-bootstrap.shop.svc:9093",
        **OTHER_SETTINGS,
        "consumer.group_id": "other",
        "producer.transactional_id_prefix": "other",
        "error_handling.deserialization.dlq_topic": "other",
        "security.authentication": "tls",
        **FOR_APPLICATIONS,
    },
    policy=USERS,
    for_applications=FOR_APPLICATIONS,
    refused=[
        *(("compression", "SNAPPY"), ("min_insync_replicas", 0), ("min_insync_replicas", 4)),
        *(("topic", None), ("topic", "a/b"), ("brokers", ""), ("partitions", 0), ("partitions", "3")),
        *(("properties", {"a": True}), ("properties", {"a b": "c"}), ("properties", [])),
        *(("properties", {f"p{number}": "v" for number in range(65)}), ("type", "kinesis"), ("group_id", "x")),
        *(("direction", "both"), ("consumer.group_id", "a b"), ("consumer", {}), ("consumer", [])),
        *(("consumer.auto_offset_reset", "begin"), ("consumer.fetch_max_wait", "1w"), ("producer.acks", 2)),
        *(("producer.acks", "most"), ("producer.acks", 1), ("producer.acks", "0"), ("producer.compression", "LZ4")),
        *(("producer.retries", -1), ("producer.transactional_id_prefix", ""), ("schema_registry.url", None)),
        *(("schema_registry.url", "https://u:CANARY@registry"), ("schema_registry.basic_auth", "user:CANARY")),
        *(("serialization.value_format", "xml"), ("serialization.avro.subject_name_strategy", "Other")),
        *(("serialization.protobuf.message_class", "a b"), ("error_handling.action", "ignore")),
        *(("error_handling.deserialization.dlq_topic", "a/b"), ("error_handling.connectivity.fail_after", "soon")),
        *(("security.authentication", "plain"), ("security", {}), ("security.password", "CANARY")),
    ],
)
PLAIN = config(policy={})
ALLOWED = platform(**mapping_at(PLATFORM, "spec"), policy=USERS)


def stream(**fields: Json) -> Model:
    return Model.model_validate(topic("orders.v1", **fields))


def problems(settings: PlatformConfig = PLAIN, **fields: Json) -> list[Problem]:
    return list(stream(**fields).problems("spec.streams.a", "shop", settings))


def composed(settings: Manifest = ALLOWED, **streams: Json) -> dict[str, Manifest]:
    spec = binding(streams=streams, secrets={"db": secret()})
    return {key: made for key, made in manifests(spec, settings).items() if key != "document"}


def test_a_topic_is_made_under_the_key_of_a_stream() -> None:
    assert {key: made["kind"] for key, made in composed(orders=topic()).items()} == {"stream-orders": "KafkaTopic"}


def test_all_that_a_stream_may_have_is_made() -> None:
    found = composed(orders=CASES.whole)
    shared = [key for key in found if key.startswith("deadlettertopic-")]
    assert set(found) == {"stream-orders", "kafkauser-orders-2f855fce", *shared}
    assert [look(found, f"{key}.spec.topicName") for key in shared] == ["errors"]
    assert stream(security={"authentication": "tls"}, consumer=CONSUMER).wants("a", {}) == {
        "stream-a",
        "kafkauser-a-2f855fce",
    }


READING: dict[str, Json] = {"consumer": {"group_id": "g"}, "security": {"authentication": "tls"}}


@pytest.mark.parametrize(
    ("fields", "holds"),
    [
        ({"consumer": {"group_id": "g"}}, True),
        ({"consumer": {}}, False),
        ({}, False),
        ({"producer": {}}, True),
        ({"producer": {}, "consumer": {}}, False),
        ({"direction": "sink"}, True),
        ({"direction": "sink", "consumer": {}}, True),
        ({"direction": "source", "producer": {}}, False),
        ({"direction": "bidirectional", "producer": {}}, False),
    ],
)
def test_a_user_that_reads_has_a_group(fields: dict[str, Json], *, holds: bool) -> None:
    document = topic("orders.v1", security={"authentication": "tls"}, **fields)
    assert judge(Model.rules[-1].cel, "self", document) == holds
    found = [problem.path for problem in broken_rules(Model.model_validate(document), "spec.streams.a")]
    assert found == ([] if holds else ["spec.streams.a.consumer.group_id"])


def test_a_user_is_made_only_where_the_platform_says_so() -> None:
    (problem,) = problems(PLAIN, **READING)
    assert (problem.path, problem.setting) == (
        "spec.streams.a.security",
        "PlatformConfig.spec.policy.streams.kafkaUsers",
    )
    assert problems(config(policy=USERS), **READING) == []


def test_a_user_without_a_cluster_is_not_made_and_that_is_said() -> None:
    found = problems(PlatformConfig.model_validate({"policy": USERS}), brokers="b:9092", **READING)
    assert [(problem.path, problem.severity) for problem in found] == [("spec.streams.a.security", "warning")]
    assert composed(platform(policy=USERS), a=topic("orders.v1", brokers="b:9092", **READING)) == {}


def test_a_topic_for_dead_letters_that_nobody_makes_is_a_warning() -> None:
    dead_letters: Json = {"deserialization": {"dlq_topic": "errors"}}
    spec = composite(binding(streams={"a": topic(brokers="b:9092", error_handling=dead_letters)}))
    (problem,) = check(spec, platform())
    assert (problem.path, problem.code, problem.severity) == (
        "spec.streams.a.error_handling.deserialization.dlq_topic",
        "EP417",
        "warning",
    )
    assert outcome(spec, platform()).fatal is None
