from function.apis.infra_binding.kafka.topic_settings import TopicSettings


def test_settings_with_the_names_of_kafka() -> None:
    found = TopicSettings(topic="a", partitions=3, retention_ms=-1, compaction="compact,delete").config
    assert found == {"retention.ms": -1, "cleanup.policy": "compact,delete"}


def test_what_is_not_set_is_left_to_the_brokers() -> None:
    assert TopicSettings(topic="a").config == {}
