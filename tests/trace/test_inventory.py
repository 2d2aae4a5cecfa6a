"""Objects are found by kind, namespace, and name, whatever list they came in."""

import pytest

from function.base.manifest import Json, Manifest
from function.trace.inventory import Ref, group_of, inventory, ref_of

POD: Manifest = {
    "apiVersion": "v1",
    "kind": "Pod",
    "metadata": {"name": "a", "namespace": "shop", "labels": {"x": "1"}},
}
REF = Ref("", "Pod", "shop", "a")


def test_an_object_is_found_and_the_last_version_counts() -> None:
    newer = {**POD, "status": {"phase": "Running"}}
    known = inventory([POD, newer])
    assert known.get(REF) == newer
    assert known.get(REF._replace(namespace="other")) is None
    assert list(known.of_kind("", "Pod")) == [newer]
    assert list(known.of_kind("apps", "Pod")) == []


def test_items_of_a_list_get_the_kind_that_the_api_server_leaves_out() -> None:
    item = {"metadata": POD["metadata"]}
    known = inventory([{"apiVersion": "v1", "kind": "PodList", "items": [item]}])
    assert known.get(REF) == {"apiVersion": "v1", "kind": "Pod", **item}


def test_items_keep_a_kind_of_their_own() -> None:
    assert inventory([{"apiVersion": "v1", "kind": "List", "items": [POD]}]).get(REF) == POD


def test_labels_must_all_match_and_no_label_matches_nothing() -> None:
    known = inventory([POD])
    assert list(known.labelled({"x": "1"})) == [POD]
    assert list(known.labelled({"x": "1", "y": "2"})) == []
    assert list(known.labelled({})) == []


@pytest.mark.parametrize(
    "document", [None, "x", 1, [], {"kind": "PodList", "items": "x"}, {"kind": "List", "items": [None, "x"]}]
)
def test_what_is_no_object_is_left_out(document: Json) -> None:
    assert inventory([document]).objects == {}


def test_an_object_without_anything_does_not_break_it() -> None:
    assert inventory([{}]).get(Ref("", "", "", "")) == {}


@pytest.mark.parametrize(("version", "group"), [("v1", ""), ("apps/v1", "apps"), ("", ""), ("a.b/v1", "a.b")])
def test_the_core_group_has_no_name(version: str, group: str) -> None:
    assert group_of(version) == group
    assert ref_of({"apiVersion": version}).group == group
