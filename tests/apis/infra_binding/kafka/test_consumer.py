from function.apis.infra_binding.kafka.consumer import Consumer


def test_settings_have_the_names_of_kafka_and_durations_are_milliseconds() -> None:
    assert Consumer(group_id="g", fetch_max_wait="2s").settings() == {"group.id": "g", "fetch.max.wait.ms": "2000"}


def test_what_is_not_set_is_left_to_the_client() -> None:
    assert Consumer().settings() == {}
