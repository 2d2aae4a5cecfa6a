"""What is known of a cluster."""

from function.base.manifest import Manifest
from function.doctor.scan import KINDS, Scan, images
from function.trace.inventory import inventory


def function(name: str) -> Manifest:
    return {"apiVersion": "pkg.crossplane.io/v1", "kind": "Function", "metadata": {"name": name}}


def test_objects_are_found_by_name_and_only_of_their_group() -> None:
    other = {**function("c"), "apiVersion": "example.org/v1"}
    scan = Scan(inventory=inventory([function("b"), function("a"), other]))
    assert scan.all("Function") == [function("a"), function("b")]
    assert scan.get("Function", "a") == function("a")
    assert scan.get("Function", "c") is None


def test_of_unread_kinds_nothing_is_known() -> None:
    scan = Scan(inventory=inventory([]), unread=frozenset({"Function"}))
    assert scan.knows("Provider")
    assert not scan.knows("Provider", "Function")
    assert scan.knows_anything
    assert not Scan(inventory=inventory([]), unread=frozenset(KINDS)).knows_anything


def test_programs_are_found_by_the_label_of_their_deployments() -> None:
    crossplane: Manifest = {
        "apiVersion": "apps/v1",
        "kind": "Deployment",
        "metadata": {"name": "x", "labels": {"app": "crossplane"}},
    }
    other: Manifest = {**crossplane, "metadata": {"name": "crossplane", "labels": None}}
    assert Scan(inventory=inventory([crossplane, other])).running("crossplane") == [crossplane]


def test_a_workload_without_a_pod_template_has_no_images() -> None:
    assert list(images({"kind": "Deployment"})) == []


def test_no_secret_is_a_kind_to_read() -> None:
    assert "Secret" not in KINDS
    assert [source.path for source in KINDS.values() if "secret" in source.path] == []
