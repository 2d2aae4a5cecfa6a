"""Where the schema of a topic's values is in a registry, as the serializers of Confluent look for it."""

from function.apis.infra_binding.kafka.serialization import SchemaRegistry, Serialization
from function.apis.infra_binding.member import Registered

_TYPES = {"avro": "AVRO", "json": "JSON", "protobuf": "PROTOBUF"}
"""The types of schemas in a registry, by the formats of records."""
_FROM_TOPIC = (None, "TopicNameStrategy")

NO_REGISTRY = "the entry names no schema registry"
NO_SCHEMA = "serialization.value_format is not set to a format that has schemas"
LOGIN = "the schema registry needs a login, and a preflight has no credentials"
RECORD_NAMES = "the subject depends on the names of records, which the binding does not contain"
FIRST_RECORD = "producers register the schema with the first record"


def registered(topic: str, given: Serialization, registry: SchemaRegistry | None, *, reads: bool) -> Registered:
    """Return the schema; `reads` is whether the application reads the topic, so that a schema must exist."""
    url = given.avro.schema_registry_url or given.schema_registry_url or (registry.url if registry else None)
    kind = _TYPES.get(given.value_format or "")
    unknown = ""
    if url is None:
        unknown = NO_REGISTRY
    elif kind is None:
        unknown = NO_SCHEMA
    elif registry is not None and registry.basic_auth is not None:
        unknown = LOGIN
    elif given.avro.subject_name_strategy not in _FROM_TOPIC:
        unknown = RECORD_NAMES
    elif not reads and given.avro.auto_register is not False:
        unknown = FIRST_RECORD
    return Registered(url=url or "", subject=f"{topic}-value", format=kind or "", unknown=unknown)
