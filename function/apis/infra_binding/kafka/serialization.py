"""How records are written as bytes, and where their schemas are registered."""

from typing import Annotated, Literal

from function.apis.infra_binding.kafka.properties import texts
from function.apis.infra_binding.l5 import Binding, Reference
from function.base.address_types import HttpUrl
from function.base.manifest import Manifest
from function.base.text import Text

Format = Literal["json", "avro", "protobuf", "string", "bytes"]
ClassName = Annotated[
    str, Text("^[.$_a-zA-Z0-9]+$", meaning="the name of a class", example="com.example.AuthEvent", max_length=512)
]
_STRATEGIES = "io.confluent.kafka.serializers.subject."


class SchemaRegistry(Binding):
    """A schema registry with the API of Confluent's."""

    url: HttpUrl
    """Address of the registry."""
    basic_auth: Reference | None = None
    """User and password, separated by a colon, in a secret. Default: no authentication."""

    def settings(self) -> Manifest:
        """Return the settings under the names of Confluent's serializers; the reference is as written."""
        source = None if self.basic_auth is None else "USER_INFO"
        return texts(
            {
                "schema.registry.url": self.url,
                "basic.auth.credentials.source": source,
                "basic.auth.user.info": self.basic_auth,
            }
        )


class Avro(Binding):
    """Settings of Avro."""

    schema_registry_url: HttpUrl | None = None
    """Address of the schema registry. Default: that of schema_registry."""
    subject_name_strategy: Literal["TopicNameStrategy", "RecordNameStrategy", "TopicRecordNameStrategy"] | None = None
    """How the name of a schema is derived. Default: from the topic."""
    auto_register: bool | None = None
    """Whether producers register new schemas. Default: the client's."""


class Protobuf(Binding):
    """Settings of Protobuf."""

    message_class: ClassName | None = None
    """Class of the messages."""
    include_schema: bool | None = None
    """Whether messages carry their schema."""


class Serialization(Binding):
    """How keys and values of records are written."""

    key_format: Format | None = None
    """Format of keys."""
    value_format: Format | None = None
    """Format of values."""
    schema_registry_url: HttpUrl | None = None
    """Address of the schema registry. Default: that of schema_registry."""
    avro: Avro = Avro()
    """Settings of Avro."""
    protobuf: Protobuf = Protobuf()
    """Settings of Protobuf."""

    def settings(self) -> Manifest:
        """Return the settings under the names of Confluent's serializers."""
        strategy = self.avro.subject_name_strategy
        return texts(
            {
                "schema.registry.url": self.avro.schema_registry_url or self.schema_registry_url,
                "value.subject.name.strategy": strategy and f"{_STRATEGIES}{strategy}",
                "auto.register.schemas": self.avro.auto_register,
            }
        )
