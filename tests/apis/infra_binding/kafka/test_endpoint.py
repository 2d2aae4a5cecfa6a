"""What people are told about brokers: commands that log in without containing a password."""

import pytest

from function.base.manifest import Manifest
from tests.bindings import topic
from tests.connections import READ, endpoint, topics

LOGIN: Manifest = {
    "security.protocol": "SASL_SSL",
    "sasl.mechanism": "SCRAM-SHA-512",
    "sasl.username": "hunter2-user",
    "sasl.password": "secret://db/password",
}


def test_a_topic_is_a_row() -> None:
    told = endpoint(
        "streams", topic(partitions=12, replication=3, retention_ms=604800000, producer={"compression": "lz4"})
    )
    assert told.address == "main-kafka-bootstrap.kafka.svc:9093"
    row = {
        "Topic": "`orders.v1`",
        "Partitions": "12",
        "Replicas": "3",
        "Retention": "7 days",
        "Cleanup": "as the brokers",
    }
    assert told.uses == {**row, "Compression": "`lz4`"}


@pytest.mark.parametrize(("kept", "expected"), [(-1, "forever"), (3_600_000, "1 hour"), (1500, "1500 milliseconds")])
def test_how_long_events_are_kept(kept: int, expected: str) -> None:
    assert endpoint("dead_letters", topic(retention_ms=kept)).uses["Retention"] == expected


def test_without_encryption_and_login_both_are_steps() -> None:
    told = endpoint("streams", topic())
    assert told.facts == {"Protocol": "`PLAINTEXT`"}
    assert topics(told) == ["Security", "Security", "Availability"]
    assert "kafka-topics --bootstrap-server localhost:9093 --list" in told.development


def test_with_a_login_the_tools_get_a_file() -> None:
    told = endpoint("streams", topic(properties=LOGIN, replication=3))
    assert topics(told) == []
    assert f'export KAFKA_PASSWORD="$({READ})"' in told.development
    assert (
        "kafka-topics --bootstrap-server localhost:9093 --command-config client.properties --list" in told.development
    )
    assert "hunter2" not in str(told)


@pytest.mark.parametrize("protocol", ["secret://db/protocol", "sasl_ssl", "`; reboot"])
def test_an_unusual_protocol_is_not_repeated(protocol: str) -> None:
    told = endpoint("streams", topic(properties={"security.protocol": protocol}))
    assert protocol not in str(told)


def test_one_replica_is_a_step() -> None:
    assert topics(endpoint("streams", topic(replication=1, properties=LOGIN))) == ["Availability"]


def test_a_consumer_group_can_be_looked_at_and_reset() -> None:
    told = endpoint("streams", topic(consumer={"group_id": "readers"}, partitions=4))
    assert any(line.endswith("--describe --group readers") for line in told.health)
    assert any("--reset-offsets" in line and "--dry-run" in line for line in told.recovery)
    assert told.pool["Readers of a consumer group"] == "at most 4, one for each partition"


def test_a_user_that_the_binding_creates_logs_in() -> None:
    stream = topic(security={"authentication": "scram-sha-512"}, direction="sink", replication=3)
    assert topics(endpoint("streams", stream)) == ["Security"]


def test_a_topic_for_unreadable_records_is_named() -> None:
    told = endpoint("streams", topic(error_handling={"deserialization": {"dlq_topic": "unreadable"}}))
    assert told.uses["Unreadable records"] == "`unreadable`"


def test_what_the_brokers_do_with_events() -> None:
    told = endpoint("dead_letters", topic(compression="gzip", replication=3, min_insync_replicas=2))
    assert (told.uses["Compression"], told.uses["Min ISR"]) == ("`gzip`", "2")
