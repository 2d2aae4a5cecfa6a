"""Which objects a document holds, and what a finding says about the one that it is about."""

import pytest

from function.base.manifest import Json, mapping_at, text_at
from function.base.problems import Problem
from function.check.resource import Resource, resources
from function.yaml.node import Node, value_of
from function.yaml.reader import read

PROBLEM = Problem(path="spec.size", message="wrong", code="EP104", value="'x'", expected="a, b", suggestion="a")


def found(text: str) -> list[Resource]:
    (document,) = read(text.encode()).documents
    return list(resources("f.yaml", document))


@pytest.mark.parametrize(
    "text",
    [
        "items: [{kind: A}]",
        "{kind: Listing, items: [{kind: A}]}",
        "{kind: List}",
        "{kind: List, items: }",
        "{kind: List, items: {kind: A}}",
        "{kind: [List], items: [{kind: A}]}",
        "{kind: PodTemplate, items: [{kind: A}]}",
    ],
)
def test_what_is_no_list_of_objects_is_one_object(text: str) -> None:
    (resource,) = found(text)
    assert resource.value == value_of(read(text.encode()).documents[0].root)


def test_an_empty_list_holds_nothing() -> None:
    assert found("{kind: PodList, items: []}") == []


@pytest.mark.parametrize("text", ["- kind: A", "text", "3", "true"])
def test_what_is_no_object_is_an_empty_one(text: str) -> None:
    (resource,) = found(text)
    assert resource.manifest == {}
    assert resource.value != {}


def test_lists_may_lie_in_lists_and_each_item_keeps_its_place() -> None:
    text = "kind: List\nitems:\n- kind: A\n- kind: BList\n  items:\n  - kind: B\n  - text\n- kind: C\n"
    assert [(resource.value, resource.node.range.line) for resource in found(text)] == [
        ({"kind": "A"}, 3),
        ({"kind": "B"}, 6),
        ("text", 7),
        ({"kind": "C"}, 8),
    ]


@pytest.mark.parametrize(
    ("item", "value"),
    [
        ("{metadata: {name: a}}", {"apiVersion": "v1", "kind": "Pod", "metadata": {"name": "a"}}),
        ("{apiVersion: v2}", {"apiVersion": "v2", "kind": "Pod"}),
        ("{kind: Service}", {"kind": "Service"}),
        ("{kind: null}", {"kind": None}),
        ("text", "text"),
        ("[]", []),
    ],
)
def test_an_item_without_a_kind_has_that_of_its_list(item: str, value: Json) -> None:
    (resource,) = found(f"{{apiVersion: v1, kind: PodList, items: [{item}]}}")
    assert resource.value == value


@pytest.mark.parametrize("kind", ["List", "'List'"])
def test_a_list_of_anything_gives_its_items_no_kind(kind: str) -> None:
    assert [resource.value for resource in found(f"{{apiVersion: v1, kind: {kind}, items: [{{a: 1}}]}}")] == [{"a": 1}]
    assert [resource.value for resource in found("{kind: PodList, items: [{a: 1}]}")] == [{"kind": "Pod", "a": 1}]


@pytest.mark.parametrize(
    ("value", "named"),
    [
        ({}, (None, None, None)),
        ("text", (None, None, None)),
        ({"kind": "", "metadata": {"name": "", "namespace": ""}}, (None, None, None)),
        ({"kind": 3, "metadata": {"name": 4, "namespace": [5]}}, (None, None, None)),
        ({"kind": "A", "metadata": []}, ("A", None, None)),
        ({"kind": "A", "metadata": {"name": "b", "namespace": "c"}}, ("A", "b", "c")),
    ],
)
def test_an_object_is_named_as_far_as_it_names_itself(value: Json, named: tuple[str | None, ...]) -> None:
    (resource,) = found("{}")
    finding = resource._replace(value=value).finding(PROBLEM)
    assert (finding.kind, finding.name, finding.namespace) == named


def test_a_problem_keeps_what_it_says_to_machines() -> None:
    (resource,) = found("spec:\n  size: x\n")
    finding = resource.finding(PROBLEM)
    assert (finding.value, finding.expected, finding.suggestion) == ("'x'", "a, b", "a")
    assert str(finding) == "f.yaml:2:9: EP104 spec.size: wrong"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("{kind: A, metadata: {name: orders, namespace: shop, labels: {a: b}}, spec: {x: 1}}", ("A", "shop", "orders")),
        ("{kind: A, spec: {x: 1}}", ("A", "", "")),
        ("[1, 2]", ("", "", "")),
        ("{kind: 5, metadata: []}", ("", "", "")),
    ],
)
def test_a_light_resource_has_only_its_names(text: str, names: tuple[str, str, str]) -> None:
    (whole,) = found(text)
    light = whole.names_only()
    manifest = light.manifest
    assert (text_at(manifest, "kind"), *(text_at(manifest, "metadata", key) for key in ("namespace", "name"))) == names
    assert manifest.keys() <= {"kind", "metadata"}
    assert mapping_at(manifest, "metadata").keys() <= {"namespace", "name"}
    assert (light.file, light.document, light.node) == (whole.file, whole.document, Node(None, whole.node.range))
