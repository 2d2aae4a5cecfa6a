from function.apis.infra_binding.links import links
from function.apis.links import SecretUse, SecretWrite
from function.base.manifest import Json
from tests.bindings import resolved, secret, topic, vault

PASSWORD: Json = {"sasl.password": "secret://db/password"}


def test_the_binding_and_its_objects_with_the_first_entry_that_needs_them() -> None:
    secrets: Json = {"a": vault(keys=["k"]), "b": vault(path="secret/other", keys=["k"])}
    found = links(resolved(streams={"orders": topic()}, secrets=secrets))
    assert (found.kind, found.namespace, found.name) == ("InfraBinding", "shop", "payments")
    assert sorted((kind, path) for (_, kind, _, _), path in found.objects.items()) == [
        ("ConfigMap", "metadata.name"),
        ("ExternalSecret", "spec.secrets.a"),
        ("ExternalSecret", "spec.secrets.b"),
        ("KafkaTopic", "spec.streams.orders"),
        ("SecretStore", "spec.secrets.a"),
    ]


def test_an_existing_secret_is_used() -> None:
    found = links(resolved(streams={"s": topic(properties=PASSWORD)}, secrets={"db": secret("kafka")}))
    path = "spec.secrets.db.secret_name"
    keys = {"password": "spec.streams.s.properties.sasl.password"}
    assert (found.uses, found.writes) == ((SecretUse(path=path, name="kafka", keys=keys),), ())


def test_a_fetched_secret_is_written() -> None:
    entry = vault(target_name="kafka", template={"jaas": "p=$(password)"})
    found = links(resolved(streams={"s": topic(properties=PASSWORD)}, secrets={"db": entry}))
    keys = frozenset({"password", "jaas"})
    assert (found.uses, found.writes) == ((), (SecretWrite(path="spec.secrets.db", name="kafka", keys=keys),))


def test_environment_variables_and_unread_secrets_are_neither() -> None:
    variables: Json = {"provider": "env", "variables": [{"key": "k", "name": "K"}]}
    found = links(resolved(secrets={"a": variables, "b": vault()}))
    assert (found.uses, found.writes) == ((), ())


def test_topics_with_the_settings_that_are_given() -> None:
    (found,) = links(resolved(streams={"s": topic(partitions=3)})).topics
    assert (found.path, dict(found.settings)) == ("spec.streams.s", {"partitions": 3})
    assert found.object_id in links(resolved(streams={"s": topic()})).objects


def test_a_stream_that_must_exist_has_no_object() -> None:
    entry: Json = {"type": "kinesis", "stream": "s", "region": "eu-west-1", "shard_count": 2}
    (found,) = links(resolved(streams={"s": entry})).topics
    assert (found.identity, found.object_id) == (("kinesis", "eu-west-1", "s"), None)
    assert dict(found.settings) == {"shard_count": 2}
