from typing import Any

import pytest

from function.base.manifest import Json, Manifest
from tests.bindings import secret, topic, vault
from tests.check.cross.trees import bound, found, other, places, service


def needs(name: str, key: str = "", **fields: Json) -> Manifest:
    ref: Json = {
        "name": name,
        **({"env": [{"secretKey": key, "envName": "A"}]} if key else {"envFrom": True}),
        **fields,
    }
    return service(secretRefs=[ref])


def database(secret: str, *, namespace: str = "shop") -> Manifest:
    return other("Postgres", "db", namespace=namespace, spec={"writeConnectionSecretToRef": {"name": secret}})


def test_a_mistyped_name_of_a_secret() -> None:
    (finding,) = found(needs("orders-db-con"), database("orders-db-conn"))
    assert str(finding) == (
        "1.yaml:12:13: EP503 spec.secretRefs[0].name: nothing in the tree creates it, but Postgres shop/db (2.yaml:1) "
        "creates Secret 'orders-db-conn', which no claim uses; got 'orders-db-con'. Hint: use the same name in both"
    )
    assert finding.suggestion == "orders-db-conn"


def test_a_secret_of_another_namespace() -> None:
    (finding,) = found(needs("orders-db"), database("orders-db", namespace="data"))
    assert str(finding).endswith(
        "EP503 spec.secretRefs[0].name: Postgres data/db (2.yaml:1) creates Secret 'orders-db' in namespace data, and "
        "pods read only Secrets of their own namespace; got namespace shop. "
        "Hint: create the Secret in the namespace of the claim"
    )


def test_a_key_that_is_not_written() -> None:
    (finding,) = found(needs("db", "passwrd"), other("Secret", "db", data={"password": "aHVudGVyMg=="}))
    assert str(finding).endswith(
        "EP504 spec.secretRefs[0].env[0].secretKey: Secret shop/db (2.yaml:1) creates Secret 'db' without this key; "
        "got 'passwrd'. Hint: did you mean 'password'?"
    )


def test_a_key_that_a_binding_does_not_fetch() -> None:
    secrets: Json = {"kafka": vault(target_name="kafka", keys=["password"], template={"jaas": "p=$(password)"})}
    assert places(needs("kafka", "user"), bound(secrets=secrets)) == [
        ("1.yaml", "EP504", "spec.secretRefs[0].env[0].secretKey", "2.yaml")
    ]
    assert found(needs("kafka", "jaas"), bound(secrets=secrets)) == []


@pytest.mark.parametrize(
    "tree",
    [
        [needs("orders-db"), database("orders-db")],
        [needs("orders-db", "any"), database("orders-db")],
        [needs("orders-db-con")],
        [needs("orders-db"), database("payments-db")],
        [needs("orders-db-1"), database("orders-db-2")],
        [needs("orders-db-conn"), database("orders-cache-conn")],
        [needs("orders-db", "x"), other("Secret", "orders-db"), database("orders-db")],
        [needs("orders-db-con", optional=True), database("orders-db-conn")],
        [needs("orders-db-con"), database("orders-db-conn", namespace="data")],
        [needs("orders-db"), {"apiVersion": "v1", "kind": "Secret", "metadata": {"name": "orders-db"}}],
    ],
)
def test_no_finding_if_the_secret_fits_or_may_be_created_elsewhere(tree: list[Manifest]) -> None:
    assert found(*tree) == []


def test_a_secret_that_another_claim_uses_is_not_a_mistyped_one() -> None:
    user = service("b", nats={"stream": "B", "consumer": "b"}, secretRefs=[{"name": "orders-db-conn", "envFrom": True}])
    assert found(needs("orders-db-con"), user, database("orders-db-conn")) == []


@pytest.mark.parametrize(
    ("fields", "path"),
    [
        ({"imagePullSecrets": [{"name": "pul"}]}, "spec.imagePullSecrets[0].name"),
        (
            {"volumes": [{"name": "v", "mountPath": "/v", "secret": {"name": "pul"}}]},
            "spec.volumes[0].secret.name",
        ),
    ],
)
def test_pull_secrets_and_volumes_count(fields: dict[str, Any], path: str) -> None:
    assert places(service(**fields), database("pull")) == [("1.yaml", "EP503", path, "2.yaml")]


def test_a_binding_uses_secrets_too() -> None:
    streams: Json = {"s": topic(properties={"sasl.password": "secret://db/passwrd"})}
    mine = bound(streams=streams, secrets={"db": secret("kafka")})
    assert places(mine, other("Secret", "kafka", data={"password": ""})) == [
        ("1.yaml", "EP504", "spec.streams.s.properties.sasl.password", "2.yaml")
    ]


def test_two_bindings_that_create_one_secret() -> None:
    one: Json = {"kafka": vault(target_name="kafka", keys=["password"])}
    (finding,) = found(bound("a", secrets=one), bound("b", secrets=one))
    assert finding.message == (
        "spec.secrets.kafka: InfraBinding shop/a (1.yaml:10) creates the same Secret, so each overwrites the other; "
        "got 'kafka'. Hint: set another target_name, or remove one of them"
    )


def test_a_binding_and_a_manifest_that_create_one_secret() -> None:
    mine = bound(secrets={"kafka": vault(target_name="kafka", keys=["password"])})
    assert places(mine, other("Secret", "kafka", data={"password": ""})) == [
        ("1.yaml", "EP505", "spec.secrets.kafka", "2.yaml")
    ]


@pytest.mark.parametrize(
    "tree",
    [
        [bound(secrets={"kafka": vault(target_name="kafka", keys=["p"])}), other("Secret", "other")],
        [bound(secrets={"kafka": vault(target_name="kafka", keys=["p"])}), other("Secret", "kafka", namespace="x")],
        [bound("a", secrets={"k": vault(keys=["p"])}), bound("b", secrets={"k": vault(keys=["p"])})],
        [bound("a", secrets={"k": secret("kafka")}), bound("b", secrets={"k": secret("kafka")})],
    ],
)
def test_secrets_that_only_one_document_creates(tree: list[Manifest]) -> None:
    assert found(*tree) == []


def test_the_output_of_render_beside_its_claim_is_no_other_document() -> None:
    mine = bound(secrets={"kafka": vault(target_name="kafka", keys=["password"])})
    fetched: Json = {"target": {"name": "kafka"}, "data": [{"secretKey": "password"}]}
    made = other("ExternalSecret", "payments.kafka", api="external-secrets.io/v1", spec=fetched)
    assert found(mine, made) == []
    made["metadata"] = {"name": "another", "namespace": "shop"}
    assert [finding.code for finding in found(mine, made)] == ["EP505"]
