from function.apis.infra_binding.bound_secret import BoundSecret
from function.apis.infra_binding.inquiry import Inquiry
from function.apis.infra_binding.kafka.inquiries import CREATED_USER, Use, inquiries
from function.apis.infra_binding.kafka.login import OTHER_PROTOCOL
from function.apis.infra_binding.kafka.topic_settings import TopicSettings
from function.base.preflight_target import SecretKey
from function.platform.preflight import CHECK

SECRETS = {"reader": BoundSecret(name="reader", existing=True, keys=())}
PLAIN = {
    "security.protocol": "SASL_PLAINTEXT",
    "sasl.mechanism": "PLAIN",
    "sasl.username": "me",
    "sasl.password": "secret://reader/password",
}
SETTINGS = TopicSettings(topic="orders", partitions=12, replication=3, min_insync_replicas=2)


def found(check: CHECK, properties: dict[str, str], *, created: bool = False, reads: bool = True) -> list[Inquiry]:
    use = Use(
        settings=SETTINGS,
        brokers="k1:9092",
        properties=properties,
        reads=reads,
        writes=not reads,
        group="g1",
        dead_letters=("error_handling.deserialization.dlq_topic", "orders.dlq"),
        created=created,
    )
    return list(inquiries(use, check, SECRETS))


def test_readers_need_the_topic_their_group_and_the_topic_for_what_they_cannot_read() -> None:
    first, second = found("permissions", PLAIN)
    login = {"mechanism": "PLAIN", "username": "me"}
    assert first.settings == {**login, "reads": "true", "group": "g1", "topic": "orders"}
    assert (first.place, first.about, first.address) == ("", "topic orders", "k1:9092")
    assert first.credentials == second.credentials == {"password": SecretKey("reader", "password")}
    assert second.settings == {**login, "writes": "true", "topic": "orders.dlq"}
    assert second.place == "error_handling.deserialization.dlq_topic"


def test_writers_need_no_group() -> None:
    assert found("permissions", {}, reads=False)[0].settings == {"writes": "true", "topic": "orders"}


def test_capacity_is_asked_for_once_as_the_binding_says() -> None:
    (only,) = found("capacity", {})
    assert only.settings == {"partitions": "12", "replication": "3", "in_sync": "2", "topic": "orders"}


def test_without_a_login_of_the_clients_nothing_is_asked() -> None:
    checks: tuple[CHECK, ...] = ("permissions", "capacity")
    for check in checks:
        assert found(check, {"security.protocol": "TLS"}) == [Inquiry(unknown=OTHER_PROTOCOL)]
        assert found(check, {}, created=True) == [Inquiry(unknown=CREATED_USER)]
        assert found(check, PLAIN, created=True)[0].unknown == ""
