"""A claim is found in an export and in a cluster, and nothing else is taken for it."""

import json
from collections.abc import Iterable
from pathlib import Path

import pytest

from function.apis.registry import APIS
from function.base.manifest import Json, Manifest, text_at
from function.check.errors import UnreadableFileError, UnusableFileError
from function.cli.kubectl import Answer, ClusterError
from function.cli.traced import from_cluster, from_files
from function.trace.target import Target
from function.trace.tree import tree
from tests.status.states import STATES
from tests.trace.exports import export

GROUP = "platform.bizmatters.io"
ORDERS = Target(tuple(APIS.values()), GROUP, "orders", None)
FORBIDDEN = "(Forbidden): objects.kubernetes.crossplane.io is forbidden"


def exported(folder: Path, documents: list[Manifest]) -> str:
    path = folder / "export.json"
    path.write_text(json.dumps({"apiVersion": "v1", "kind": "List", "items": documents}))
    return str(path)


class Server:
    """Answers for a state as an API server does, and remembers what it was asked."""

    def __init__(self, documents: list[Manifest], forbidden: str = "never") -> None:
        self.documents, self.forbidden, self.asked = documents, forbidden, list[str]()

    def read(self, paths: Iterable[str]) -> list[Answer]:
        return [self.answer(path) for path in paths]

    def answer(self, path: str) -> Answer:
        self.asked.append(path)
        if self.forbidden in path:
            return Answer(None, FORBIDDEN)
        plural = name = path.partition("?")[0].rpartition("/")[2]
        for found in self.documents:
            if text_at(found, "metadata", "name") == name and f"/{text_at(found, 'kind').lower()}s/" in path:
                return Answer(found)
        kinds = {"objects": "Object", "pods": "Pod"}
        items = [found for found in self.documents if text_at(found, "kind") == kinds.get(plural)]
        return Answer({"kind": f"{kinds[plural]}List", "items": items} if plural in kinds else None)


def test_an_export_has_the_claim_and_its_pods(tmp_path: Path) -> None:
    found = from_files([exported(tmp_path, export(STATES["secret-not-found"]))], ORDERS)
    assert found.refused == ()
    assert {"Pod", "Deployment"} <= {node.kind for node in tree(found.family).all}


def test_an_export_without_pods_says_so(tmp_path: Path) -> None:
    found = from_files([exported(tmp_path, export(STATES["healthy"]))], ORDERS)
    assert found.refused == ("the export has no pods, so the tree ends at the Deployment",)


def test_a_binding_has_no_pods(tmp_path: Path) -> None:
    target = ORDERS._replace(name="payments")
    assert from_files([exported(tmp_path, export(STATES["binding-in-place"]))], target).refused == ()


def test_an_export_may_be_several_files(tmp_path: Path) -> None:
    (claim, *rest) = export(STATES["secret-not-found"])
    (tmp_path / "a").mkdir()
    files = [exported(tmp_path, [claim]), exported(tmp_path / "a", rest)]
    assert len(list(tree(from_files(files, ORDERS).family).all)) > 5


@pytest.mark.parametrize(
    ("name", "namespace", "message"),
    [
        ("order", None, "no EventDrivenService or InfraBinding order. Hint: did you mean orders?"),
        (
            "orders",
            "other",
            "no EventDrivenService or InfraBinding orders in namespace other. Hint: there is one in namespace shop",
        ),
        ("x", None, "cannot use the export: no EventDrivenService or InfraBinding x"),
    ],
)
def test_a_claim_that_is_not_in_the_export_is_told(
    tmp_path: Path, name: str, namespace: str | None, message: str
) -> None:
    with pytest.raises(UnusableFileError) as error:
        from_files([exported(tmp_path, export(STATES["healthy"]))], ORDERS._replace(name=name, namespace=namespace))
    assert message in str(error.value)


@pytest.mark.parametrize("text", ["", "NAME   READY\norders True\n", "apiVersion: v1\nkind: List\nitems: []\n", "[]"])
def test_an_export_without_objects_says_how_to_write_one(tmp_path: Path, text: str) -> None:
    (tmp_path / "export.yaml").write_text(text)
    with pytest.raises(UnusableFileError) as error:
        from_files([str(tmp_path / "export.yaml")], ORDERS)
    assert str(error.value).endswith("orders. Hint: it has no objects; write it with kubectl get -o yaml")


def test_a_similar_name_is_suggested_only_from_the_same_namespace(tmp_path: Path) -> None:
    with pytest.raises(UnusableFileError) as error:
        from_files([exported(tmp_path, export(STATES["healthy"]))], ORDERS._replace(name="order", namespace="other"))
    assert str(error.value).endswith("no EventDrivenService or InfraBinding order in namespace other")


def test_a_typed_list_as_the_api_server_returns_it_is_an_export(tmp_path: Path) -> None:
    (claim, *_) = export(STATES["healthy"])
    bare = {key: claim[key] for key in claim if key not in ("apiVersion", "kind")}
    (tmp_path / "list.json").write_text(
        json.dumps({"apiVersion": f"{GROUP}/v1alpha1", "kind": "EventDrivenServiceList", "items": [bare]})
    )
    assert from_files([str(tmp_path / "list.json")], ORDERS).family.claim == claim


def test_of_many_claims_of_a_name_some_are_listed(tmp_path: Path) -> None:
    (claim, *_) = export(STATES["healthy"])
    others = [{**claim, "metadata": {"name": "orders", "namespace": f"n{number}"}} for number in range(500)]
    with pytest.raises(UnusableFileError) as error:
        from_files([exported(tmp_path, others)], ORDERS)
    assert "n0/orders, EventDrivenService n1/orders, EventDrivenService n2/orders and 497 more." in str(error.value)


def test_names_that_cannot_exist_are_not_compared(tmp_path: Path) -> None:
    (claim, *_) = export(STATES["healthy"])
    long = [{**claim, "metadata": {"name": f"{'order' * 2000}{number}", "namespace": "shop"}} for number in range(100)]
    with pytest.raises(UnusableFileError, match=r"no EventDrivenService or InfraBinding orders$"):
        from_files([exported(tmp_path, long)], ORDERS)


def test_a_name_that_two_claims_have_is_told(tmp_path: Path) -> None:
    (claim, *_) = export(STATES["healthy"])
    other: Manifest = {**claim, "kind": "InfraBinding"}
    with pytest.raises(UnusableFileError) as error:
        from_files([exported(tmp_path, [claim, other])], ORDERS)
    assert "got EventDrivenService shop/orders, InfraBinding shop/orders. Hint: specify KIND/NAME" in str(error.value)


@pytest.mark.parametrize(
    ("text", "error"), [("a: [", UnusableFileError), (None, UnreadableFileError), ("", UnusableFileError)]
)
def test_an_export_that_cannot_be_read_is_told(tmp_path: Path, text: str | None, error: type[Exception]) -> None:
    path = tmp_path / "export.yaml"
    if text is not None:
        path.write_text(text)
    with pytest.raises(error):
        from_files([str(path)], ORDERS)


@pytest.mark.parametrize("name", ["secret-not-found", "direct-healthy", "namespaced-objects"])
def test_a_cluster_gives_the_same_tree_as_its_export(tmp_path: Path, name: str) -> None:
    documents = export(STATES[name])
    refs: Json = [
        {"apiVersion": found["apiVersion"], "kind": found["kind"], "name": text_at(found, "metadata", "name")}
        for found in documents[1:]
    ]
    if documents[0]["kind"] == "EventDrivenService" and "resourceRef" not in str(documents[0].get("spec")):
        documents[0] = {**documents[0], "spec": {"crossplane": {"resourceRefs": refs}}}
    server = Server(documents)
    found = from_cluster(server.read, ORDERS, "shop")
    assert tree(found.family) == tree(from_files([exported(tmp_path, documents)], ORDERS).family)
    assert len(server.asked) == len(set(server.asked))


def test_what_the_user_may_not_read_is_told_and_the_rest_is_shown() -> None:
    found = from_cluster(Server(export(STATES["secret-not-found"]), "crossplane.io/v1alpha2").read, ORDERS, "shop")
    assert found.refused == (FORBIDDEN,)
    assert {"Deployment", "Service"} <= {node.kind for node in tree(found.family).all}


def test_a_claim_that_may_not_be_read_ends_it() -> None:
    with pytest.raises(ClusterError, match=r"cannot read orders in namespace shop: \(Forbidden\): objects"):
        from_cluster(Server(export(STATES["healthy"]), GROUP).read, ORDERS, "shop")


def test_a_claim_that_does_not_exist_ends_it() -> None:
    expected = "no InfraBinding orders in namespace shop. Hint: kubectl get infrabindings.platform.bizmatters.io -A"
    with pytest.raises(ClusterError, match=expected):
        from_cluster(Server([]).read, ORDERS._replace(apis=(APIS["InfraBinding"],)), "shop")
