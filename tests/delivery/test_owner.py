from dataclasses import replace

import pytest

from function.base.manifest import Json, Manifest, mapping_at
from function.delivery.owner import foreign, owned, owner, unless_taken
from function.delivery.resource import Resource

MARK = "platform.fn.bizmatters.io/owner"
TOPIC: Manifest = {"apiVersion": "kafka.strimzi.io/v1", "kind": "KafkaTopic", "spec": {"partitions": 3}}
NAMED: Manifest = {**TOPIC, "metadata": {"name": "orders", "namespace": "kafka"}}
RESOURCE = Resource("stream-orders", NAMED, keep=True, owner="shop/orders")
OURS = owned(RESOURCE)
FREE, CREATE = ["*"], ["Observe", "Create"]


def live(*owners: str, name: str = "orders", **marks: str) -> Manifest:
    """Return a topic with a mark of each owner, and with other annotations."""
    written = {f"{MARK}-{number}": found for number, found in enumerate(owners)}
    metadata: Manifest = {"name": name, "namespace": "kafka", "annotations": {**written, **marks}}
    return {**TOPIC, "metadata": metadata}


def seen(found: Json, policies: list[str], *, synced: str = "True", manifest: Manifest = OURS.manifest) -> Manifest:
    """Return the Object that shows this topic."""
    return {
        "apiVersion": "kubernetes.m.crossplane.io/v1alpha1",
        "kind": "Object",
        "spec": {"managementPolicies": [*policies], "forProvider": {"manifest": manifest}},
        "status": {"atProvider": {"manifest": found}, "conditions": [{"type": "Synced", "status": synced}]},
    }


def test_a_mark_says_whose_an_object_is() -> None:
    assert OURS.owner == "shop/orders"
    assert owner(OURS.manifest) == "shop/orders"
    assert list(mapping_at(OURS.manifest, "metadata", "annotations")) == [f"{MARK}-644f7b8c"]


def test_a_mark_is_added_to_what_is_there() -> None:
    metadata: Manifest = {**mapping_at(NAMED, "metadata"), "annotations": {"a": "b"}, "labels": {"c": "d"}}
    annotated: Manifest = {**NAMED, "metadata": metadata}
    marked = owned(Resource("k", annotated, owner="shop/orders")).manifest
    assert mapping_at(marked, "metadata", "annotations").items() >= {"a": "b"}.items()
    assert marked["spec"] == NAMED["spec"]
    assert mapping_at(marked, "metadata", "labels") == {"c": "d"}


def test_each_claim_has_a_mark_of_its_own() -> None:
    """An object that two have applied shows both, because nobody overwrites the other's."""
    marked = [owned(Resource("k", NAMED, owner=name)).manifest for name in ("a/b", "a/c")]
    keys = {key for manifest in marked for key in mapping_at(manifest, "metadata", "annotations")}
    assert len(keys) == 2


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        (live("shop/orders"), "shop/orders"),
        (live("shop/orders", "shop/billing"), "shop/billing"),
        (live("b/a", "a/z"), "a/z"),
        (live(**{MARK: "shop/orders"}), "shop/orders"),
        (live(), None),
        (NAMED, None),
        ({}, None),
        (None, None),
        (live("orders"), None),
        (live("Shop/orders"), None),
        (live("shop/orders/x"), None),
        (live("shop/orders\n"), None),
        (live(f"shop/{'x' * 300}"), None),
        (live("no", "shop/orders"), "shop/orders"),
        (live(**{"example.org/owner": "shop/orders"}), None),
        ({"metadata": {"annotations": {MARK: 7}}}, None),
        ({"metadata": {"annotations": "x"}}, None),
    ],
)
def test_of_several_marks_the_first_by_name_counts(found: Json, expected: str | None) -> None:
    assert owner(found) == expected


@pytest.mark.parametrize(
    ("observed", "create_only"),
    [
        pytest.param({}, True, id="nothing observed"),
        pytest.param(seen(None, CREATE), True, id="never made"),
        pytest.param(seen(live("shop/orders"), CREATE), False, id="made, and ours"),
        pytest.param(seen(live("shop/orders", "shop/billing"), CREATE), True, id="both made it, and it is the other's"),
        pytest.param(seen(live("shop/orders", "shop/zebra"), CREATE), False, id="both made it, and it is ours"),
        pytest.param(seen(live("shop/billing"), CREATE), True, id="the other's"),
        pytest.param(seen(live(), CREATE), True, id="nobody's"),
        pytest.param(seen(live("shop/orders"), CREATE, synced="False"), True, id="perhaps not what is there now"),
        pytest.param(seen(live("shop/orders"), FREE), False, id="ours as before"),
        pytest.param(seen(live("shop/orders"), FREE, synced="False"), False, id="ours, and an edit of it fails"),
        pytest.param(seen(live("shop/zebra"), FREE), True, id="handed over"),
        pytest.param(seen(live(), FREE), False, id="made before there were marks"),
        pytest.param(seen(live(), []), False, id="made before there were policies"),
        pytest.param(seen(None, FREE), True, id="never made, before there were marks"),
        pytest.param(seen(live("shop/orders", name="old"), FREE), True, id="another topic"),
        pytest.param(
            seen(live("shop/orders", name="old"), FREE, manifest=live("shop/orders", name="old")),
            True,
            id="another topic until now",
        ),
        pytest.param(live("shop/orders"), False, id="composed by Crossplane"),
    ],
)
def test_only_what_is_ours_is_changed(observed: Manifest, create_only: bool) -> None:
    assert unless_taken(RESOURCE, observed) == replace(OURS, create_only=create_only)


@pytest.mark.parametrize("observed", [{}, seen(live("a/a"), FREE), seen(None, CREATE)])
def test_what_nobody_else_can_reach_is_applied_as_it_is(observed: Manifest) -> None:
    alone = Resource("document", NAMED)
    assert unless_taken(alone, observed) is alone


@pytest.mark.parametrize(
    ("found", "expected"), [(live("a/a"), True), (live(), True), (live("shop/orders"), False), ({}, False)]
)
def test_what_was_there_and_is_not_ours_is_foreign(found: Manifest, expected: bool) -> None:
    assert foreign(replace(OURS, create_only=True), found) == expected
    assert not foreign(OURS, found)
