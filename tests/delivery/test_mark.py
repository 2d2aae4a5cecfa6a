import pytest

from function.base.manifest import Json, Manifest, mapping_at
from function.delivery.mark import MARK, marked, plain, requested, unmarked
from tests.leaves import replaced
from tests.support import look

META: Manifest = {"name": "orders", "namespace": "shop"}
SERVICE: Manifest = {"apiVersion": "v1", "kind": "Service", "metadata": META, "spec": {"ports": [{"port": 80}]}}
OBJECT: Manifest = {
    "apiVersion": "kubernetes.crossplane.io/v1alpha2",
    "kind": "Object",
    "spec": {
        "forProvider": {"manifest": SERVICE},
        "readiness": {"policy": "SuccessfulCreate"},
        "providerConfigRef": {"name": "here"},
    },
}
EDITS: list[tuple[str, Json]] = [
    ("spec.forProvider.manifest.spec.ports[0].port", 81),
    ("spec.forProvider.manifest.metadata.namespace", "other"),
    ("spec.providerConfigRef.name", "elsewhere"),
    ("spec.readiness.policy", "DeriveFromObject"),
    ("spec.deletionPolicy", "Orphan"),
]


def mark(resource: Manifest) -> str:
    found = mapping_at(marked(resource), "metadata", "annotations")[MARK]
    assert isinstance(found, str)
    return found


def live(composed: Manifest, **metadata: Json) -> Manifest:
    """Return the composed resource as it comes back, with what Crossplane and others add."""
    known = mapping_at(composed, "metadata")
    return {**composed, "metadata": {**known, **metadata, "uid": "1", "generation": 3}, "status": {"x": 1}}


@pytest.mark.parametrize("resource", [SERVICE, OBJECT])
def test_a_mark_is_an_annotation_and_changes_nothing_else(resource: Manifest) -> None:
    made = marked(resource)
    assert list(made) == ["apiVersion", "kind", "metadata", "spec"]
    assert {key: part for key, part in made.items() if key != "metadata"} == {
        key: part for key, part in resource.items() if key != "metadata"
    }
    assert made["metadata"] == {**mapping_at(resource, "metadata"), "annotations": {MARK: mark(resource)}}
    assert MARK not in str(resource)


@pytest.mark.parametrize("annotations", [None, {"note": "one"}])
def test_without_its_mark_a_resource_is_as_it_was(annotations: Json) -> None:
    noted = {**SERVICE, "metadata": {**META, "annotations": annotations}} if annotations else SERVICE
    assert unmarked(marked(noted)) == unmarked(noted) == noted


@pytest.mark.parametrize("resource", [SERVICE, OBJECT])
def test_behind_a_composed_resource_is_the_plain_object(resource: Manifest) -> None:
    assert plain(marked(resource)) == plain(resource) == SERVICE


def test_it_is_sixteen_digits_whatever_the_order_of_keys() -> None:
    assert len(mark(SERVICE)) == 16
    assert int(mark(SERVICE), 16)
    assert mark(dict(reversed(SERVICE.items()))) == mark(SERVICE)


def test_other_annotations_stay_and_count() -> None:
    noted = {**SERVICE, "metadata": {**META, "annotations": {"note": "one"}}}
    assert look(marked(noted)["metadata"], "annotations") == {"note": "one", MARK: mark(noted)}
    assert mark(noted) != mark(SERVICE)


def test_one_that_a_claim_brings_is_replaced() -> None:
    forged = {**SERVICE, "metadata": {**META, "annotations": {MARK: mark(SERVICE)}}}
    assert look(marked(forged)["metadata"], "annotations") == {MARK: mark(forged)}
    assert mark(forged) != mark(SERVICE)


@pytest.mark.parametrize(("place", "value"), EDITS)
def test_everything_counts(place: str, value: Json) -> None:
    assert mark(replaced(OBJECT, place, value)) != mark(OBJECT)
    assert not requested(marked(replaced(OBJECT, place, value)), live(marked(OBJECT)))


@pytest.mark.parametrize("resource", [SERVICE, OBJECT])
def test_what_carries_the_mark_was_asked_for_whatever_became_of_it(resource: Manifest) -> None:
    made = marked(resource)
    assert requested(made, live(made))
    assert requested(made, {**live(made), "spec": {"defaults": True}})


@pytest.mark.parametrize("observed", [{}, None, "", [], {"kind": "Service", "metadata": {"annotations": {MARK: "x"}}}])
def test_what_is_not_there_or_has_another_mark_was_not(observed: Json) -> None:
    assert not requested(marked(SERVICE), observed)
    assert not requested(marked(OBJECT), observed)


@pytest.mark.parametrize("annotations", [{}, {MARK: ""}, {MARK: 7}, None])
def test_without_a_mark_an_object_is_compared_by_value(annotations: Json) -> None:
    old = live(OBJECT, annotations=annotations)
    assert requested(marked(OBJECT), old)
    assert requested(marked(OBJECT), replaced(old, "spec.forProvider.manifest.spec.ports[0].port", 80.0))
    assert requested(marked(OBJECT), replaced(old, "spec.providerConfigRef.policy", {"resolve": "Always"}))
    for place, value in EDITS[:3]:
        assert not requested(marked(replaced(OBJECT, place, value)), old)


DEPLOYMENT: Manifest = {
    "apiVersion": "apps/v1",
    "kind": "Deployment",
    "metadata": META,
    "spec": {"replicas": 1, "args": ["a", ""], "image": "a/b:1", "limits": {"cpu": "1000m"}, "port": "80", "tls": True},
}


@pytest.mark.parametrize(
    ("place", "value"),
    [
        *(("spec.replicas", 1.0), ("spec.limits.cpu", "1"), ("spec.port", 80), ("spec.args", ["a", "", "added"])),
        *(("spec.image", None), ("spec.added", "x"), ("spec.tls", "yes"), ("metadata.labels", {"a": "b"})),
    ],
)
def test_without_a_mark_a_resource_that_is_composed_directly_is_trusted(place: str, value: Json) -> None:
    assert requested(marked(DEPLOYMENT), live(DEPLOYMENT))
    assert requested(marked(DEPLOYMENT), live(replaced(DEPLOYMENT, place, value)))


@pytest.mark.parametrize(
    ("place", "value"),
    [
        *(("spec.image", "a/b:2"), ("spec.replicas", 2), ("spec.args", ["a", "b"]), ("spec.limits.cpu", "max")),
        *(("metadata.name", "other"), ("kind", "Service")),
    ],
)
def test_it_is_not_where_a_value_contradicts(place: str, value: Json) -> None:
    assert not requested(marked(DEPLOYMENT), live(replaced(DEPLOYMENT, place, value)))
