"""Every single value says where it comes from, and none is left out."""

import json

import pytest
from hypothesis import given

from function.base.manifest import Json
from function.infra_files.explain import Explained, explained, leaves
from function.infra_files.substitution import Used
from function.yaml.node import Node, Range, value_of
from function.yaml.reader import read
from tests.infra_files.files import FILES, loaded
from tests.infra_files.test_merge import OBJECTS
from tests.property.models import DETERMINISTIC


def node(text: str) -> Node:
    (document,) = read(text.encode()).documents
    return document.root


def test_a_binding_that_cannot_be_read_has_nothing_to_explain() -> None:
    assert list(explained(loaded({"a.infra": "[]"}, "a.infra"))) == []


def test_each_value_has_file_line_layer_and_variables() -> None:
    base = "version: '1.0'\nextends: root.infra\n"
    root = "description: all\nstreams: {}\n"
    files = {"a.infra": "extends: base.infra\nenvironment: ${E}\n", "base.infra": base, "root.infra": root}
    assert list(explained(loaded(files, "a.infra", E="dev"))) == [
        Explained("environment", '"dev"', "a.infra", 2, 0, (Used("E", "environment"),)),
        Explained("version", '"1.0"', "base.infra", 1, 1, ()),
        Explained("description", '"all"', "root.infra", 1, 2, ()),
        Explained("streams", "{}", "root.infra", 2, 2, ()),
    ]


def test_what_is_removed_or_replaced_is_not_explained() -> None:
    lines = [(value.path, value.file) for value in explained(loaded(FILES, "development.infra"))]
    assert ("streams.auth_events.retention_ms", "base.infra") not in lines
    assert ("streams.auth_events.partitions", "development.infra") in lines
    assert ("extends", "development.infra") not in lines


@pytest.mark.parametrize(
    ("text", "paths"),
    [
        ("a: {}", ["a"]),
        ("a: []", ["a"]),
        ("a: [[1], {b: 2}]", ["a[0][0]", "a[1].b"]),
        ("a.b: {c/d: null}", ["a.b.c/d"]),
    ],
)
def test_leaves_are_what_contains_nothing(text: str, paths: list[str]) -> None:
    assert [path for path, _ in leaves(node(text))] == paths


@DETERMINISTIC
@given(OBJECTS)
def test_no_value_is_left_out(document: Json) -> None:
    found = [value_of(leaf) for _, leaf in leaves(node(json.dumps(document)))]
    assert sorted(map(json.dumps, found)) == sorted(map(json.dumps, _leaves(document)))


def _leaves(value: Json) -> list[Json]:
    if isinstance(value, dict) and value:
        return [leaf for item in value.values() for leaf in _leaves(item)]
    if isinstance(value, list) and value:
        return [leaf for item in value for leaf in _leaves(item)]
    return [value]


def test_a_document_may_be_a_single_value() -> None:
    assert list(leaves(Node(3, Range(1, 1, 1, 2)))) == [("", Node(3, Range(1, 1, 1, 2)))]
