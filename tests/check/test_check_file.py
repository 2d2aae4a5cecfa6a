"""Which flaws of the YAML keep an object from being judged, and which go with the verdict."""

import pytest

from function.check.check_file import Examined, examine, kind_of
from function.check.platform import load
from function.check.resource import Resource
from function.yaml.node import Node, Range

OURS = "apiVersion: platform.bizmatters.io/v1alpha1\nkind: EventDrivenService\n"
ODD_NUMBER = f"{OURS}spec: .nan\n"
TWICE = "spec: 1\nspec: 2\n"


def examined(text: str) -> Examined:
    return examine("f.yaml", text.encode(), load(None))


def codes(found: Examined) -> list[str]:
    return [finding.code for finding in found.findings]


def test_a_value_that_kubectl_refuses_is_all_that_is_told_of_its_document() -> None:
    found = examined(ODD_NUMBER)
    assert [str(finding) for finding in found.findings] == [
        "f.yaml:3:7: EP004 not a number that Kubernetes takes; got .nan. put it in quotes if it is text"
    ]
    assert (found.ours, found.failed) == ([], True)


def test_it_is_told_even_of_a_document_of_others_and_beside_what_is_harmless() -> None:
    found = examined(f"kind: Pod\n{TWICE}x: .inf\n")
    assert codes(found) == ["EP003", "EP004"]
    assert found.skipped == 0


def test_the_documents_around_it_are_judged() -> None:
    found = examined(f"{OURS}---\n{ODD_NUMBER}---\nkind: Pod\n---\n{OURS}")
    assert [resource.document for resource, _ in found.ours] == [1, 4]
    assert [finding.document for finding in found.unreadable] == [2]
    assert found.skipped == 1


def test_what_ends_the_reading_belongs_to_no_document_and_hides_none_above() -> None:
    found = examined(f"{OURS}---\na: [\n")
    assert [resource.document for resource, _ in found.ours] == [1]
    assert [(finding.code, finding.document) for finding in found.unreadable] == [("EP001", None)]


def test_a_key_written_twice_is_told_with_the_verdict_on_its_object() -> None:
    found = examined(f"{OURS}{TWICE}")
    ((_, findings),) = found.ours
    assert [finding.code for finding in findings][:1] == ["EP003"]
    assert "f.yaml:4:7: EP103 spec: must be an object; got 2" in [str(finding) for finding in findings]
    assert found.unreadable == []


def test_in_a_list_it_is_told_once() -> None:
    item = "{apiVersion: platform.bizmatters.io/v1alpha1, kind: EventDrivenService}"
    found = examined(f"kind: List\nkind: List\nitems: [{{kind: Pod}}, {item}, {item}]\n")
    assert codes(found).count("EP003") == 1
    assert (len(found.ours), found.skipped) == (2, 1)


@pytest.mark.parametrize("content", [b"", b"---\n---\n", b"# nothing\n"])
def test_an_empty_file_holds_nothing(content: bytes) -> None:
    assert examine("f.yaml", content, load(None)) == Examined()


@pytest.mark.parametrize(
    ("value", "kind"),
    [
        ({"kind": "Pod"}, "Pod"),
        ({"kind": 3}, "object without a kind"),
        ({"kind": ""}, "object without a kind"),
        ({}, "object without a kind"),
        ("text", "object without a kind"),
    ],
)
def test_the_kind_as_it_is_counted(value: dict[str, str] | str, kind: str) -> None:
    assert kind_of(Resource("f.yaml", 1, Node(None, Range(1, 1, 1, 1)), value)) == kind
