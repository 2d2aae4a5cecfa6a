"""What is observed is desired again, without what the cluster added."""

from function.base.manifest import Manifest
from function.delivery.unchanged import unchanged


def test_only_what_a_composition_sets_is_kept() -> None:
    observed: Manifest = {
        "apiVersion": "v1",
        "kind": "ConfigMap",
        "metadata": {
            "name": "a",
            "namespace": "b",
            "uid": "c",
            "labels": {},
            "annotations": {"d": "e"},
            "finalizers": [],
        },
        "data": {"f": "g"},
        "status": {"h": "i"},
    }
    assert unchanged(observed) == {
        "apiVersion": "v1",
        "kind": "ConfigMap",
        "data": {"f": "g"},
        "metadata": {"name": "a", "namespace": "b", "annotations": {"d": "e"}},
    }


def test_anything_can_be_observed() -> None:
    assert unchanged({}) == {"metadata": {}}
    assert unchanged({"metadata": "text", "status": 1}) == {"metadata": {}}
