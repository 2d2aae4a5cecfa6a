from dataclasses import replace

import pytest

from function.apis.infra_binding.entries import entries
from function.apis.infra_binding.entry import Entry
from function.apis.infra_binding.resolve import prepare
from function.base.condition import DEPENDENCIES_READY
from function.base.manifest import Json
from function.readiness.ready_condition import READINESS
from tests.bindings import PAYMENTS, config, model, resolved, secret, topic, vault
from tests.support import look

NOT_ALLOWED = "PlatformConfig.spec.kafka.namespaces does not include other; the topic must exist"
EXISTING = "an existing Secret is used; it must exist"
UNUSED = "none of its keys is listed or referenced, so nothing is fetched"


def found(**fields: Json) -> tuple[Entry, ...]:
    base = resolved(**fields)
    return entries(base.spec, base.meta, base.config, base.secrets)


def test_each_name_is_told_and_why_nothing_makes_it() -> None:
    listed = found(
        streams={
            "made": topic("made.v1", properties={"p": "secret://used/key"}),
            "far": topic("far.v1", brokers="x-kafka-bootstrap.other.svc:9093"),
        },
        secrets={"used": vault(), "idle": vault(), "own": secret(), "listed": vault(keys=["a"])},
    )
    assert [(entry.path, entry.physical, len(entry.made.own), entry.made.unmanaged) for entry in listed] == [
        ("streams.far", "far.v1", 0, NOT_ALLOWED),
        ("streams.made", "made.v1", 1, None),
        ("secrets.idle", "payments.idle", 0, UNUSED),
        ("secrets.listed", "payments.listed", 1, None),
        ("secrets.own", "kafka-reader", 0, EXISTING),
        ("secrets.used", "payments.used", 1, None),
    ]


def test_an_empty_binding_has_none() -> None:
    assert found() == ()


def test_entries_come_in_order_of_their_names_however_they_were_written() -> None:
    streams: dict[str, Json] = {"b": topic("b"), "a": topic("a"), "c": topic("c")}
    assert [entry.name for entry in found(streams=streams)] == ["a", "b", "c"]
    assert found(streams=streams) == found(streams=dict(sorted(streams.items())))


def test_secrets_of_one_vault_share_a_store() -> None:
    first, second = found(secrets={"a": vault(keys=["password"]), "b": vault(path="secret/other", keys=["password"])})
    assert [resource.key for resource in (*first.made.own, *second.made.own)] == [
        "externalsecret-a",
        "externalsecret-b",
    ]
    (store,) = first.made.shared
    assert second.made.shared == (store,)
    assert store.key.startswith("secretstore-vault-")
    name = look(store.manifest, "metadata.name")
    assert name == f"payments-{store.key.removeprefix('secretstore-')}"
    assert {look(entry.made.own[0].manifest, "spec.secretStoreRef.name") for entry in (first, second)} == {name}
    assert look(second.made.own[0].manifest, "spec.data.0") == {
        "secretKey": "password",
        "remoteRef": {"key": "other", "property": "password"},
    }


def test_two_bindings_of_a_namespace_never_fetch_into_one_secret() -> None:
    """With the same logical name, one service got the credentials of the other."""
    spec, other = model(secrets={"kafka_credentials": vault(keys=["password"])}), replace(PAYMENTS, name="orders")
    (first,), (second,) = prepare(spec, PAYMENTS, config()).entries, prepare(spec, other, config()).entries
    targets = [look(entry.made.own[0].manifest, "spec.target.name") for entry in (first, second)]
    assert targets == [first.physical, second.physical] == ["payments.kafka-credentials", "orders.kafka-credentials"]
    assert [look(entry.made.own[0].manifest, "metadata.name") for entry in (first, second)] == targets


def test_a_fixed_name_is_that_of_the_secret_alone() -> None:
    """External Secrets refuses all but one of the ExternalSecrets that would create one Secret."""
    (entry,) = found(secrets={"db": vault(keys=["k"], target_name="db-reader")})
    assert entry.physical == look(entry.made.own[0].manifest, "spec.target.name") == "db-reader"
    assert look(entry.made.own[0].manifest, "metadata.name") == "payments.db"


@pytest.mark.parametrize("other", [vault(path="other/x", keys=["k"]), secret(namespace="far", key="k")])
def test_different_stores_are_not_shared(other: Json) -> None:
    first, second = found(secrets={"a": vault(keys=["k"]), "b": other})
    assert first.made.shared[0].key != second.made.shared[0].key


def test_a_secret_makes_what_it_declares() -> None:
    (entry,) = found(secrets={"a": vault(keys=["k"])})
    made = {resource.manifest["kind"] for resource in (*entry.made.own, *entry.made.shared)}
    assert made == {part.kind for part in entry.member.makes}


def test_what_is_fetched_is_ready_when_it_says_so_and_is_not_kept() -> None:
    (entry,) = found(secrets={"a": vault(keys=["k"])})
    for resource in (*entry.made.own, *entry.made.shared):
        assert resource.readiness is READINESS
        assert not resource.keep
        assert resource.about == DEPENDENCIES_READY


def test_secrets_are_fetched_as_often_as_the_platform_says() -> None:
    often = config(externalSecrets={"refreshInterval": "5m"})
    (entry,) = prepare(model(secrets={"a": vault(keys=["k"])}), PAYMENTS, often).entries
    assert look(entry.made.own[0].manifest, "spec.refreshInterval") == "5m"
