from function.base.manifest import Manifest
from function.delivery.resource import Resource


def test_an_object_is_its_kind_and_its_name() -> None:
    manifest: Manifest = {"apiVersion": "v1", "kind": "Secret", "metadata": {"namespace": "shop", "name": "db"}}
    assert Resource("a", manifest).object_id == Resource("b", manifest).object_id == ("v1", "Secret", "shop", "db")


def test_what_is_not_said_is_empty() -> None:
    assert Resource("a", {"kind": "Secret"}).object_id == ("", "Secret", "", "")
