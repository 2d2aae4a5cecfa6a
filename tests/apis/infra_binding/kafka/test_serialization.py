from function.apis.infra_binding.kafka.serialization import SchemaRegistry, Serialization
from function.base.manifest import Json


def test_a_registry_with_authentication() -> None:
    registry = SchemaRegistry.model_validate({"url": "https://registry", "basic_auth": "secret://db/auth"})
    assert registry.settings() == {
        "schema.registry.url": "https://registry",
        "basic.auth.credentials.source": "USER_INFO",
        "basic.auth.user.info": "secret://db/auth",
    }
    assert SchemaRegistry(url="https://registry").settings() == {"schema.registry.url": "https://registry"}


def test_a_strategy_is_a_class_of_the_serializers() -> None:
    avro: Json = {"subject_name_strategy": "RecordNameStrategy", "auto_register": False}
    assert Serialization.model_validate({"avro": avro}).settings() == {
        "value.subject.name.strategy": "io.confluent.kafka.serializers.subject.RecordNameStrategy",
        "auto.register.schemas": "false",
    }


def test_the_registry_of_avro_is_the_nearer_one() -> None:
    nearer: Json = {"schema_registry_url": "https://a", "avro": {"schema_registry_url": "https://b"}}
    assert Serialization.model_validate(nearer).settings() == {"schema.registry.url": "https://b"}
    assert Serialization(schema_registry_url="https://a").settings() == {"schema.registry.url": "https://a"}
    assert Serialization().settings() == {}
