"""What is known about files."""

from function.base.outcome import Requirement
from function.check import platform
from function.editor.workspace import Workspace
from tests.editing import BINDING, CLAIM, FILE

DOCUMENT = Requirement(api_version="v1", kind="ConfigMap", name="payments-infra-binding", namespace="shop")


def workspace() -> Workspace:
    return Workspace(platform.load(None))


def test_a_file_is_replaced_and_forgotten() -> None:
    known = workspace()
    known.learn("a.yaml", CLAIM.encode())
    known.learn("a.yaml", CLAIM.replace("ORDERS", "OTHER").encode())
    assert [name.name for name in known.names] == ["OTHER", "orders"]
    known.forget("a.yaml")
    known.forget("b.yaml")
    assert known.names == []


def test_a_file_with_a_mistake_keeps_what_was_known() -> None:
    known = workspace()
    known.learn("a.yaml", CLAIM.encode())
    known.learn("a.yaml", b"[")
    assert len(known.names) == 2
    known.learn("b.yaml", b"[")
    assert len(known.names) == 2


def test_bindings_are_rendered_until_one_changes() -> None:
    known = workspace()
    known.learn("b.yaml", BINDING.encode())
    first = known.fetch
    known.learn("a.yaml", CLAIM.encode())
    known.learn("b.yaml", BINDING.encode())
    assert known.fetch is first
    known.learn("b.yaml", BINDING.replace("topic: auth", "topic: other").encode())
    assert known.fetch is not first


def test_the_document_of_a_binding_is_found() -> None:
    known = workspace()
    assert not known.fetch(DOCUMENT)
    known.learn("b.yaml", BINDING.encode())
    names = [name for name in known.names if name.kind == "InfraBinding"]
    assert [name.name for name in names] == ["payments"]


def test_a_file_of_l5_knows_what_it_extends() -> None:
    known = workspace()
    known.learn("/w/a/b.infra", f"extends: ../base.infra\n{FILE}".encode())
    known.learn("/w/a.yaml", b"extends: base.yaml\n")
    known.learn("/w/c.yaml", b"\xff")
    assert known.parents == {"/w/a/b.infra": "/w/base.infra"}
