import pytest

from function.apis.infra_binding.kafka.producer import Producer
from function.base.manifest import Json
from function.base.validation import broken_rules
from tests.cel import judge


def producer(**fields: Json) -> Producer:
    return Producer.model_validate(fields)


def test_settings_have_the_names_of_kafka() -> None:
    found = producer(acks=1, idempotence=False, compression="none", linger_ms=0).settings()
    assert found == {"acks": "1", "enable.idempotence": "false", "compression.type": "none", "linger.ms": "0"}
    assert producer(transactional_id_prefix="a").settings() == {}


@pytest.mark.parametrize(
    ("fields", "holds"),
    [
        ({}, True),
        ({"idempotence": True}, True),
        ({"acks": 1}, True),
        ({"acks": 0, "idempotence": False}, True),
        ({"acks": "all", "idempotence": True}, True),
        ({"acks": "-1", "idempotence": True}, True),
        ({"acks": -1, "idempotence": True}, True),
        ({"acks": 1, "idempotence": True}, False),
        ({"acks": "1", "idempotence": True}, False),
        ({"acks": 0, "idempotence": True}, False),
    ],
)
def test_a_record_is_written_once_only_if_all_replicas_confirm_it(fields: dict[str, Json], *, holds: bool) -> None:
    _, rule = Producer.rules
    assert judge(rule.cel, "self", fields) == holds
    assert bool(list(broken_rules(producer(**fields), "spec"))) is not holds


@pytest.mark.parametrize(
    ("acks", "holds"),
    [("all", True), (-1, True), (0, True), ("1", True), (2, False), ("3", False), (-2, False)],
)
def test_other_numbers_are_no_acks(acks: Json, *, holds: bool) -> None:
    rule, _ = Producer.rules
    assert judge(rule.cel, "self", {"acks": acks}) == holds
    assert bool(list(broken_rules(producer(acks=acks), "spec"))) is not holds
