import pytest

from function.apis.infra_binding.sections.completions.kafka import CompletionProducer, Model
from function.base.manifest import Json, Manifest
from function.base.validation import broken_rules
from tests.bindings import binding, completion, manifests
from tests.cel import judge
from tests.plug_ins.cases import Cases
from tests.support import look

FOR_APPLICATIONS: Manifest = {
    "properties{p}": "w",
    "callback.trigger": "after_ack",
    "callback.timeout": "1s",
    "callback.retry.attempts": 1,
    "callback.retry.backoff": "fixed",
    "callback.retry.initial_delay": "1s",
    "callback.retry.max_delay": "1m",
    "callback.include_sink_response": False,
    "producer.key_field": "other",
    "producer.acks": -1,
    "producer.idempotence": False,
    "producer.compression": "none",
    "producer.retries": 0,
    "producer.batch_size": 1,
    "producer.linger_ms": 0,
    "producer.buffer_memory": 1,
    "producer.transactional_id_prefix": "other",
    "serialization.key_format": "bytes",
    "serialization.value_format": "protobuf",
    "serialization.schema_registry_url": "https://other.example.org",
    "serialization.avro.schema_registry_url": "https://other.example.org",
    "serialization.avro.subject_name_strategy": "RecordNameStrategy",
    "serialization.avro.auto_register": True,
    "serialization.protobuf.message_class": "com.example.Other",
    "serialization.protobuf.include_schema": False,
}
CASES = Cases(
    whole=completion(
        partitions=64,
        replication=3,
        retention_ms=86400000,
        compaction="delete",
        compression="snappy",
        min_insync_replicas=2,
        properties={"p": "v"},
        producer={
            "key_field": "correlation_id",
            "acks": "all",
            "idempotence": True,
            "compression": "lz4",
            "retries": 3,
            "batch_size": 16384,
            "linger_ms": 5,
            "buffer_memory": 67108864,
            "transactional_id_prefix": "completions",
        },
        serialization={"avro": {"auto_register": False}, "protobuf": {"include_schema": True}},
        callback={"timeout": "30s", "retry": {"attempts": 3}, "include_sink_response": True},
    ),
    changes={
        "topic": "other",
        "brokers": "main-kafka-bootstrap.shop.svc:9093",
        "partitions": 4,
        "replication": 2,
        "retention_ms": 604800000,
        "compaction": "compact",
        "compression": "none",
        "min_insync_replicas": 1,
        **FOR_APPLICATIONS,
    },
    for_applications=FOR_APPLICATIONS,
    refused=[
        *(("compression", "SNAPPY"), ("min_insync_replicas", 0), ("min_insync_replicas", 4)),
        *(("topic", None), ("brokers", None), ("producer", None), ("producer", {}), ("producer.key_field", "a b")),
        *(("producer.acks", 1), ("producer.acks", "0"), ("callback.trigger", "before"), ("callback.timeout", "soon")),
        *(("callback.retry.attempts", -1), ("callback.retry.backoff", "none"), ("type", "mongodb"), ("consumer", {})),
        *(("properties", {"p": "secret://nobody/key"}), ("callback.include_sink_response", "yes")),
    ],
)


def test_reports_are_kept_for_a_day_unless_the_binding_says_otherwise() -> None:
    week = completion("week", retention_ms=604800000)
    made = manifests(binding(completions={"a": completion(), "b": week}))
    assert look(made, "completion-a.spec.config") == {"retention.ms": 86400000}
    assert look(made, "completion-b.spec.config") == {"retention.ms": 604800000}
    assert made["completion-a"]["kind"] == Model.makes[0].kind


def test_a_report_is_written_once_by_default() -> None:
    found = Model.model_validate(completion(serialization={"schema_registry_url": "https://registry"}))
    assert found.client("a") == {
        "producer": {"schema.registry.url": "https://registry", "acks": "all", "enable.idempotence": "true"}
    }
    loose = completion(producer={"key_field": "id", "acks": 1, "idempotence": False})
    assert Model.model_validate(loose).client("a") == {"producer": {"acks": "1", "enable.idempotence": "false"}}


@pytest.mark.parametrize(
    ("fields", "holds"),
    [
        ({}, True),
        ({"acks": "all"}, True),
        ({"acks": -1, "idempotence": True}, True),
        ({"acks": 1, "idempotence": False}, True),
        ({"acks": 1}, False),
        ({"acks": "0"}, False),
        ({"acks": 1, "idempotence": True}, False),
    ],
)
def test_fewer_confirmations_are_a_choice(fields: dict[str, Json], *, holds: bool) -> None:
    document: Manifest = {"key_field": "id", **fields}
    *_, rule = CompletionProducer.rules
    assert judge(rule.cel, "self", document) == holds
    assert bool(list(broken_rules(CompletionProducer.model_validate(document), "spec"))) is not holds


def test_defaults_that_are_not_those_of_kafka_are_told() -> None:
    assert [field for field, _ in Model.model_validate(completion()).changed()] == [
        "retention_ms",
        "producer.acks",
        "producer.idempotence",
    ]
    own: Manifest = {"key_field": "id", "acks": "1", "idempotence": False}
    assert list(Model.model_validate(completion(retention_ms=1, producer=own)).changed()) == []
