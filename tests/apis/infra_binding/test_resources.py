import pytest

from function.apis.infra_binding.resources import compose
from function.base.manifest import Json, Manifest, mapping_at
from function.base.request import Request
from function.delivery.mark import unmarked
from function.readiness import DEFAULT
from function.readiness.ready_condition import READINESS
from function.render import render
from tests.bindings import PLATFORM, binding, composite, manifests, namespaced, resolved, secret, topic, vault
from tests.documents import platform
from tests.leaves import replaced
from tests.schemas import violations
from tests.support import look

WHOLE: dict[str, Json] = {
    "streams": {"orders": topic(properties={"sasl.password": "secret://db/password"}), "far": topic("x")},
    "secrets": {"db": vault(keys=["password"])},
}
DIRECT = replaced(PLATFORM, "spec", {**mapping_at(PLATFORM, "spec"), "delivery": "direct"})


def delivered(document: Manifest, settings: Manifest) -> dict[str, Manifest]:
    answer = render(Request(xr=document, platform=settings))
    assert answer.fatal is None, answer.fatal
    return {key: composed.manifest for key, composed in answer.resources.items()}


def test_the_keys_in_order() -> None:
    store, *others = manifests(binding(**WHOLE))
    assert store.startswith("secretstore-vault-")
    assert others == ["externalsecret-db", "stream-far", "stream-orders", "document"]


def test_stores_come_first_all_of_them_and_each_once() -> None:
    secrets: Json = {
        "a": vault(keys=["k"]),
        "b": vault(path="other/x", keys=["k"]),
        "c": vault(path="secret/x", keys=["k"]),
    }
    made = manifests(binding(streams={"z": topic()}, secrets=secrets))
    kinds = [manifest["kind"] for manifest in made.values()]
    assert kinds == [*["SecretStore"] * 2, *["ExternalSecret"] * 3, "KafkaTopic", "ConfigMap"]
    assert list(made)[2:] == ["externalsecret-a", "externalsecret-b", "externalsecret-c", "stream-z", "document"]


def test_a_store_that_nobody_reads_from_is_not_made() -> None:
    assert list(manifests(binding(secrets={"a": vault(), "b": secret()}))) == ["document"]


def test_an_empty_binding_is_its_document() -> None:
    made = manifests(binding())
    assert list(made) == ["document"]
    assert look(made, "document.metadata.name") == "payments-binding"


def test_the_description_is_an_annotation_only_if_there_is_one() -> None:
    described = manifests(binding(description="Streams of the shop"))["document"]
    assert look(described["metadata"], "annotations") == {"kubernetes.io/description": "Streams of the shop"}
    assert look(manifests(binding())["document"], "metadata.annotations") is None
    assert look(manifests(binding(description=""))["document"], "metadata.annotations") is None


def test_a_stream_that_must_exist_is_not_made() -> None:
    spec = binding(streams={"a": topic("a", brokers="x-kafka-bootstrap.elsewhere.svc:1"), "b": topic("b")})
    assert list(manifests(spec)) == ["stream-b", "document"]


@pytest.mark.parametrize("fields", [WHOLE, {}])
def test_every_object_is_one_that_a_cluster_takes(fields: dict[str, Json]) -> None:
    for document in (composite(binding(**fields)), namespaced(binding(**fields))):
        for manifest in delivered(document, PLATFORM).values():
            assert violations(manifest) == []


def test_when_each_is_ready() -> None:
    resources = {resource.key: resource for resource in compose(resolved(**WHOLE))}
    readiness = {key.partition("-")[0]: resource.readiness for key, resource in resources.items()}
    waiting = dict.fromkeys(("secretstore", "externalsecret", "stream"), READINESS)
    assert readiness == {**waiting, "document": DEFAULT}
    assert [key for key, resource in resources.items() if resource.keep] == ["stream-far", "stream-orders"]


def test_directly_composed_is_what_may_go_with_the_binding() -> None:
    made = delivered(namespaced(binding(**WHOLE)), DIRECT)
    kinds = {key.partition("-")[0]: (manifest["apiVersion"], manifest["kind"]) for key, manifest in made.items()}
    assert kinds == {
        "secretstore": ("external-secrets.io/v1", "SecretStore"),
        "externalsecret": ("external-secrets.io/v1", "ExternalSecret"),
        "stream": ("kubernetes.m.crossplane.io/v1alpha1", "Object"),
        "document": ("v1", "ConfigMap"),
    }


def test_a_topic_in_the_bindings_own_namespace_is_wrapped_too() -> None:
    own = topic(brokers="own-kafka-bootstrap.shop.svc:9092")
    made = delivered(namespaced(binding(streams={"a": own})), platform(delivery="direct"))["stream-a"]
    assert made["kind"] == "Object"
    assert look(made, "spec.forProvider.manifest.metadata.namespace") == "shop"
    assert "Delete" not in str(look(made, "spec.managementPolicies"))


def test_both_scopes_make_the_same_objects() -> None:
    claims, direct = delivered(composite(binding(**WHOLE)), PLATFORM), delivered(namespaced(binding(**WHOLE)), DIRECT)
    inside = {key: look(wrapped, "spec.forProvider.manifest") for key, wrapped in claims.items()}
    assert inside == {
        key: look(manifest, "spec.forProvider.manifest") or unmarked(manifest) for key, manifest in direct.items()
    }
