import pytest

from function.apis.composite import CROSSPLANE_FIELDS, identity_of, user_spec
from function.apis.registry import APIS
from function.base.identity import Identity
from function.base.manifest import Json, Manifest
from tests.documents import namespaced, worker, xr
from tests.support import assert_refused, manifests

API = APIS["EventDrivenService"]
NO_CLAIM = (
    "spec.claimRef: an XEventDrivenService gets its name and namespace from a claim; got none. "
    "Hint: create an EventDrivenService in the namespace of the service instead"
)
QUOTES = "Hint: put the value in quotes, or YAML reads it as another type"


def test_the_claim_gives_name_and_namespace() -> None:
    labels: Json = {"team": "checkout", "odd": 7}
    assert identity_of(API, xr(worker(), labels=labels)) == (
        Identity(scope="claims", name="orders", namespace="shop", labels={"team": "checkout"}),
        [],
    )


def test_a_namespaced_composite_has_its_own() -> None:
    assert identity_of(API, namespaced(worker(), generation=3.0)) == (
        Identity(scope="namespaced", name="orders", namespace="shop", generation=3),
        [],
    )


@pytest.mark.parametrize("generation", [None, 0, "3", True])
def test_a_generation_that_is_none(generation: Json) -> None:
    found, _ = identity_of(API, namespaced(worker(), generation=generation))
    assert found is not None
    assert found.generation is None


def test_the_generation_of_a_claim_is_not_that_of_its_composite() -> None:
    found, _ = identity_of(API, xr(worker(), generation=3))
    assert found is not None
    assert found.generation is None


@pytest.mark.parametrize(
    "claim",
    [
        None,
        {},
        {"name": "orders"},
        {"namespace": "shop"},
        {"name": "", "namespace": "shop"},
        {"name": "orders", "namespace": ""},
        {"name": 7, "namespace": "shop"},
        "orders",
        ["orders", "shop"],
    ],
)
def test_an_xr_without_a_claim(claim: Json) -> None:
    document: Manifest = {**xr(worker()), "spec": {**worker(), "claimRef": claim}}
    assert_refused(document, NO_CLAIM)


@pytest.mark.parametrize(
    ("metadata", "missing"),
    [
        (None, ["name", "namespace"]),
        ({}, ["name", "namespace"]),
        ({"name": "orders"}, ["namespace"]),
        ({"namespace": "shop"}, ["name"]),
        ({"name": "orders", "namespace": ""}, ["namespace"]),
        ({"name": "orders", "namespace": None}, ["namespace"]),
    ],
)
def test_a_namespaced_composite_without_name_or_namespace(metadata: Json, missing: list[str]) -> None:
    document: Manifest = {**namespaced(worker()), "metadata": metadata}
    assert_refused(document, "\n".join(f"metadata.{key}: required field missing" for key in missing))


@pytest.mark.parametrize(
    ("metadata", "message"),
    [
        ({"name": "orders", "namespace": False}, f"metadata.namespace: must be a string; got false. {QUOTES}"),
        ({"name": True, "namespace": "shop"}, f"metadata.name: must be a string; got true. {QUOTES}"),
        ({"name": 7, "namespace": "shop"}, f"metadata.name: must be a string; got 7. {QUOTES}"),
        ({"name": ["a"], "namespace": "shop"}, "metadata.name: must be a string; got a list"),
        ("orders", "metadata: must be an object; got 'orders'"),
        (["orders", "shop"], "metadata: must be an object; got a list"),
    ],
)
def test_metadata_of_another_type_says_so(metadata: Json, message: str) -> None:
    document: Manifest = {**namespaced(worker()), "metadata": metadata}
    assert_refused(document, message)


@pytest.mark.parametrize("field", CROSSPLANE_FIELDS)
def test_what_crossplane_keeps_in_the_spec_is_not_the_users(field: str) -> None:
    assert user_spec({"spec": {"image": "a", field: {"name": "x"}}}) == {"image": "a"}


def test_crossplanes_fields_change_nothing() -> None:
    crossplane: dict[str, Json] = {
        "compositionRef": {"name": "x"},
        "compositionUpdatePolicy": "Automatic",
        "resourceRefs": [],
        "crossplane": {"compositionRef": {"name": "x"}},
    }
    assert manifests({**worker(), **crossplane}) == manifests(worker())


@pytest.mark.parametrize("spec", ["text", 7, True, ["a"], None])
def test_a_spec_that_is_no_object_is_handed_on_to_be_refused(spec: Json) -> None:
    assert user_spec({"spec": spec}) == spec


def test_a_spec_that_is_missing_is_empty() -> None:
    assert user_spec({}) == {}
