import pytest

from function.apis.infra_binding.kafka.topic_settings import TopicSettings


def test_settings_with_the_names_of_kafka() -> None:
    found = TopicSettings(topic="a", partitions=3, retention_ms=-1, compaction="compact,delete").config
    assert found == {"retention.ms": -1, "cleanup.policy": "compact,delete"}


def test_what_is_not_set_is_left_to_the_brokers() -> None:
    assert TopicSettings(topic="a").config == {}


def test_compression_and_replicas_that_must_be_in_sync() -> None:
    found = TopicSettings(topic="a", compression="snappy", min_insync_replicas=2).config
    assert found == {"compression.type": "snappy", "min.insync.replicas": 2}


@pytest.mark.parametrize(("written", "kafka"), [("none", "uncompressed"), ("producer", "producer"), ("zstd", "zstd")])
def test_compression_has_the_values_of_kafka(written: str, kafka: str) -> None:
    assert TopicSettings(topic="a", compression=written).config == {"compression.type": kafka}
