"""Trees: which claims and composed resources are found, and what makes a tree unusable."""

from pathlib import Path

import pytest
import yaml

from function.base.manifest import Json, Manifest
from function.check.errors import InvalidFileError, UnreadableFileError, UnusableFileError
from function.check.platform import load
from function.check.tree import Tree, load_tree, load_trees
from function.delivery.live import KEY
from function.plan.claims import ClaimId
from tests.documents import GROUP, namespaced, platform, worker, xr

CLAIM = ClaimId("shop", "EventDrivenService", "orders")


def tree(folder: Path, **files: str) -> Tree:
    for name, content in files.items():
        (folder / f"{name}.yaml").write_text(content)
    return load_tree(str(folder), load(None))


def text(*documents: Json) -> str:
    return yaml.safe_dump_all(documents)


def composed(key: str, *, name: str = "a", namespace: str = "", **labels: str) -> Manifest:
    prefixed: Json = {f"crossplane.io/{label.replace('_', '-')}": value for label, value in labels.items()}
    metadata: Json = {"name": name, "namespace": namespace, "labels": prefixed, "annotations": {KEY: key}}
    return {"apiVersion": "v1", "kind": "ConfigMap", "metadata": metadata}


def test_a_path_that_does_not_exist_is_an_error() -> None:
    with pytest.raises(UnreadableFileError):
        load_tree("nowhere", load(None))


@pytest.mark.parametrize(
    "content",
    [
        "a: [",
        "{{ if .Values.enabled }}\n",
        text({"apiVersion": GROUP, "kind": "EventDrivenServce", "metadata": {"name": "a"}}),
        text({"apiVersion": GROUP, "kind": "EventDrivenService", "metadata": {"namespace": "a"}}),
        text({**xr(worker()), "spec": worker()}),
    ],
)
def test_a_claim_that_cannot_be_told_is_an_error_because_it_would_look_deleted(tmp_path: Path, content: str) -> None:
    with pytest.raises(InvalidFileError):
        tree(tmp_path, a=content)


def test_a_claim_that_occurs_twice_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(UnusableFileError, match=r"EventDrivenService shop/orders is also in .*a[.]yaml, line 1"):
        tree(tmp_path, a=text(namespaced(worker())), b=text(namespaced(worker(size="large"))))


@pytest.mark.parametrize(
    "content", ["", text({"kind": "Pod"}), text(platform()), text({"apiVersion": "other.org/v1", "kind": "Thing"})]
)
def test_other_documents_do_not_count(tmp_path: Path, content: str) -> None:
    assert tree(tmp_path, a=content) == Tree({}, {})


def test_an_invalid_claim_is_in_the_tree_with_its_findings(tmp_path: Path) -> None:
    found = tree(tmp_path, a=text(namespaced(worker(size="xlarge"))))
    assert found.claims[CLAIM].failed


def test_a_claim_and_its_composite_are_one(tmp_path: Path) -> None:
    both = tree(tmp_path, a=text(xr(worker()), namespaced(worker())))
    assert [found.kind for found in both.claims.values()] == ["EventDrivenService"]
    (tmp_path / "a.yaml").unlink()
    alone = tree(tmp_path, b=text(xr(worker())))
    assert [(claim, found.kind) for claim, found in alone.claims.items()] == [(CLAIM, "XEventDrivenService")]


def test_several_files_and_folders_are_one_tree(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / f"{name}.yaml").write_text(text(namespaced(worker(), name=name)))
    found = load_trees([str(tmp_path / "a.yaml"), str(tmp_path), str(tmp_path / "b.yaml")], load(None))
    assert [claim.name for claim in found.claims] == ["a", "b"]
    (tmp_path / "c.yaml").write_text(text(namespaced(worker(), name="a")))
    with pytest.raises(UnusableFileError, match="is also in"):
        load_trees([str(tmp_path / "a.yaml"), str(tmp_path / "c.yaml")], load(None))
    with pytest.raises(UnreadableFileError):
        load_trees([str(tmp_path / "a.yaml"), "nowhere"], load(None))


def test_composed_resources_belong_to_the_claim_that_their_labels_name(tmp_path: Path) -> None:
    found = tree(
        tmp_path,
        a=text(
            composed("service", claim_name="orders", claim_namespace="shop", composite="orders-x7k2p"),
            composed("deployment", namespace="shop", composite="orders"),
            composed("document", namespace="shop", composite="orders"),
            composed("service", namespace="other", composite="orders"),
        ),
    ).composed
    assert {claim: sorted(keys) for claim, keys in found.items()} == {
        CLAIM: ["deployment", "service"],
        ClaimId("shop", "InfraBinding", "orders"): ["document"],
        ClaimId("other", "EventDrivenService", "orders"): ["service"],
    }


def test_composed_resources_of_other_steps_are_left_out(tmp_path: Path) -> None:
    bucket = composed("bucket", claim_name="orders", claim_namespace="shop")
    assert tree(tmp_path, a=text(bucket)).composed == {}


def test_the_list_that_kubectl_prints_is_read(tmp_path: Path) -> None:
    items: Json = [namespaced(worker()), composed("service", namespace="shop", composite="orders")]
    found = tree(tmp_path, a=text({"apiVersion": "v1", "kind": "List", "items": items}))
    assert [*found.claims] == [*found.composed] == [CLAIM]
