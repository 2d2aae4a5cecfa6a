"""Which problems of the YAML keep a resource from being judged, and which are reported with it."""

import pytest

from function.base.problems import Severity
from function.check.check_file import CheckedFile, CheckedResource, check_file
from function.check.load import load_content
from function.check.platform import load
from function.check.resource import Resource
from function.yaml.node import Node, Range
from tests.findings import finding, resource

OURS = "apiVersion: platform.bizmatters.io/v1alpha1\nkind: EventDrivenService\n"
ODD_NUMBER = f"{OURS}spec: .nan\n"
TWICE = "spec: 1\nspec: 2\n"


def checked(text: str) -> CheckedFile:
    return check_file(load_content("f.yaml", text.encode()), load(None))


def codes(found: CheckedFile) -> list[str]:
    return [finding.code for finding in found.findings]


def test_a_value_that_kubectl_rejects_is_the_only_finding_of_its_document() -> None:
    found = checked(ODD_NUMBER)
    assert [str(finding) for finding in found.findings] == [
        "f.yaml:3:7: EP004 not a number that Kubernetes accepts; got .nan. Hint: put it in quotes if it is a string"
    ]
    assert (found.resources, found.failed) == ((), True)


def test_it_is_reported_even_for_other_kinds_and_beside_what_is_harmless() -> None:
    found = checked(f"kind: Pod\n{TWICE}x: .inf\n")
    assert codes(found) == ["EP003", "EP004"]
    assert found.skipped == 0


def test_the_documents_around_it_are_judged() -> None:
    found = checked(f"{OURS}---\n{ODD_NUMBER}---\nkind: Pod\n---\n{OURS}")
    assert [ours.resource.document for ours in found.resources] == [1, 4]
    assert [finding.document for finding in found.unreadable] == [2]
    assert found.skipped == 1


def test_a_problem_that_ends_the_reading_hides_no_document_above() -> None:
    found = checked(f"{OURS}---\na: [\n")
    assert [ours.resource.document for ours in found.resources] == [1]
    assert [(finding.code, finding.document) for finding in found.unreadable] == [("EP001", None)]


def test_a_duplicate_key_is_reported_with_the_findings_of_its_resource() -> None:
    found = checked(f"{OURS}{TWICE}")
    (ours,) = found.resources
    assert [finding.code for finding in ours.findings][:1] == ["EP003"]
    assert "f.yaml:4:7: EP103 spec: must be an object; got 2" in [str(finding) for finding in ours.findings]
    assert found.unreadable == ()


def test_a_duplicate_key_of_other_kinds_is_not_reported() -> None:
    assert checked(f"kind: Pod\n{TWICE}") == CheckedFile(skipped=1)


def test_in_a_list_it_is_reported_once() -> None:
    item = "{apiVersion: platform.bizmatters.io/v1alpha1, kind: EventDrivenService}"
    found = checked(f"kind: List\nkind: List\nitems: [{{kind: Pod}}, {item}, {item}]\n")
    assert codes(found).count("EP003") == 1
    assert (len(found.resources), found.skipped) == (2, 1)


@pytest.mark.parametrize("text", ["", "---\n---\n", "# nothing\n"])
def test_an_empty_file_has_no_findings(text: str) -> None:
    assert checked(text) == CheckedFile()


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
    found = Resource("f.yaml", 1, Node(None, Range(1, 1, 1, 1)), value)
    assert CheckedResource(found, ()).kind == kind


@pytest.mark.parametrize(
    ("severities", "failed"), [([], False), (["warning"], False), (["error"], True), (["warning", "error"], True)]
)
def test_only_errors_fail(severities: list[Severity], failed: bool) -> None:
    ours = resource("A", *map(finding, severities))
    assert ours.failed is failed
    assert CheckedFile((resource("A"), ours)).failed is failed


def test_an_unreadable_document_fails_the_file() -> None:
    assert CheckedFile(unreadable=(finding("error"),)).failed


def test_a_light_file_has_the_same_findings_and_names() -> None:
    file = checked(f"{OURS}metadata: {{name: a, namespace: b}}\nspec: {{image: 5}}\n---\nkind: Pod\n")
    light = file.names_only()
    assert light.findings == file.findings != []
    assert (light.skipped, light.failed) == (file.skipped, file.failed) == (1, True)
    assert [found.kind for found in light.resources] == ["EventDrivenService"]
    assert "spec" not in light.resources[0].resource.manifest
