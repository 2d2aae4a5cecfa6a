import pytest

from function.apis.infra_binding.bound_streams import meta
from function.apis.infra_binding.model.binding import InfraBinding
from function.apis.infra_binding.secrets import fetched_keys, resources, secret_names
from function.apis.infra_binding.settings import store_settings
from function.base.manifest import Json
from function.readiness.ready_condition import READINESS
from tests.bindings import PAYMENTS, config, model, secret, topic, vault
from tests.support import look

SETTINGS = store_settings(PAYMENTS, config())
META = meta(PAYMENTS, config())


def using(**secrets: Json) -> InfraBinding:
    """Return a binding whose stream refers to the key `password` of each secret."""
    properties: Json = {f"p{n}.password": f"secret://{name}/password" for n, name in enumerate(secrets)}
    return model(streams={"a": topic(properties=properties)}, secrets=secrets)


def test_where_each_secret_is_found() -> None:
    spec = model(
        secrets={"kafka_main": vault(), "redis": secret("redis.credentials"), "far_db": secret(namespace="other")}
    )
    assert secret_names(spec, SETTINGS) == {
        "far_db": "far-db",
        "kafka_main": "kafka-main",
        "redis": "redis.credentials",
    }


@pytest.mark.parametrize(
    ("secrets", "expected"),
    [
        ({"a": vault(keys=["y", "x", "y"])}, {"a": ["x", "y"]}),
        ({"a": vault()}, {}),
        ({"a": secret(key="x")}, {}),
        ({"a": secret(namespace="other")}, {}),
        ({"a": secret(namespace="other", key="x")}, {"a": ["x"]}),
        ({}, {}),
    ],
)
def test_keys_that_are_listed_are_fetched(secrets: Json, expected: dict[str, list[str]]) -> None:
    assert fetched_keys(model(secrets=secrets), SETTINGS) == expected


def test_keys_that_are_referred_to_are_fetched_and_each_once() -> None:
    spec = using(b=vault(), a=vault(keys=["password"]), c=secret())
    assert fetched_keys(spec, SETTINGS) == {"a": ["password"], "b": ["password"]}


def test_secrets_of_one_vault_share_a_store() -> None:
    made = resources(using(a=vault(), b=vault(path="secret/other")), SETTINGS, META, "5m")
    store, first, second = made
    assert [one.key for one in made] == [store.key, "externalsecret-a", "externalsecret-b"]
    assert store.key.startswith("secretstore-vault-")
    name = look(store.manifest, "metadata.name")
    assert name == f"payments-{store.key.removeprefix('secretstore-')}"
    assert {look(one.manifest, "spec.secretStoreRef.name") for one in (first, second)} == {name}
    assert look(second.manifest, "spec.data.0") == {
        "secretKey": "password",
        "remoteRef": {"key": "other", "property": "password"},
    }
    assert {look(one.manifest, "spec.refreshInterval") for one in (first, second)} == {"5m"}


def test_different_stores_come_first_all_of_them() -> None:
    secrets: dict[str, Json] = {"a": vault(), "b": vault(path="other/x"), "c": secret(namespace="far")}
    kinds = [one.manifest["kind"] for one in resources(using(**secrets), SETTINGS, META, "5m")]
    assert kinds == ["SecretStore"] * 3 + ["ExternalSecret"] * 3


def test_readiness_is_that_of_external_secrets_and_nothing_is_kept() -> None:
    made = resources(using(a=vault()), SETTINGS, META, "5m")
    assert all(one.readiness is READINESS and not one.keep for one in made)


def test_a_store_that_nobody_reads_from_is_not_made() -> None:
    assert resources(model(secrets={"a": vault(), "b": secret()}), SETTINGS, META, "5m") == []
