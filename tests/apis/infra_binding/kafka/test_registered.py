import pytest

from function.apis.infra_binding.kafka.registered import (
    FIRST_RECORD,
    LOGIN,
    NO_REGISTRY,
    NO_SCHEMA,
    RECORD_NAMES,
    registered,
)
from function.apis.infra_binding.kafka.serialization import Avro, SchemaRegistry, Serialization

AVRO = Serialization(value_format="avro", schema_registry_url="http://registry")


@pytest.mark.parametrize(("given", "kind"), [("avro", "AVRO"), ("json", "JSON"), ("protobuf", "PROTOBUF")])
def test_the_values_of_a_topic_have_a_subject_and_a_type(given: str, kind: str) -> None:
    serialization = AVRO.model_copy(update={"value_format": given})
    found = registered("orders.v1", serialization, None, reads=True)
    assert (found.url, found.subject, found.format, found.unknown) == ("http://registry", "orders.v1-value", kind, "")


def test_the_most_specific_address_is_that_of_clients() -> None:
    other = SchemaRegistry(url="http://other")
    avro = Avro(schema_registry_url="http://avro")
    assert registered("a", AVRO, other, reads=True).url == "http://registry"
    assert registered("a", AVRO.model_copy(update={"avro": avro}), other, reads=True).url == "http://avro"
    assert registered("a", Serialization(value_format="avro"), other, reads=True).url == "http://other"


@pytest.mark.parametrize(
    ("given", "registry", "reads", "reason"),
    [
        (Serialization(), None, True, NO_REGISTRY),
        (Serialization(value_format="avro"), None, True, NO_REGISTRY),
        (Serialization(schema_registry_url="http://r"), None, True, NO_SCHEMA),
        (Serialization(schema_registry_url="http://r", value_format="string"), None, True, NO_SCHEMA),
        (Serialization(schema_registry_url="http://r", key_format="avro"), None, True, NO_SCHEMA),
        (AVRO, SchemaRegistry(url="http://r", basic_auth="secret://registry/login"), True, LOGIN),
        (AVRO.model_copy(update={"avro": Avro(subject_name_strategy="RecordNameStrategy")}), None, True, RECORD_NAMES),
        (AVRO, None, False, FIRST_RECORD),
        (AVRO.model_copy(update={"avro": Avro(auto_register=True)}), None, False, FIRST_RECORD),
        (AVRO.model_copy(update={"avro": Avro(auto_register=False)}), None, False, ""),
        (AVRO.model_copy(update={"avro": Avro(subject_name_strategy="TopicNameStrategy")}), None, True, ""),
    ],
)
def test_what_cannot_be_known_has_a_reason(
    given: Serialization, registry: SchemaRegistry | None, *, reads: bool, reason: str
) -> None:
    assert registered("a", given, registry, reads=reads).unknown == reason
