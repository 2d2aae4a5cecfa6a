"""What the child says wins, key by key; the laws hold for any documents."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from function.base.manifest import Json
from function.infra_files.merge import merge
from function.yaml.node import Node, value_of
from function.yaml.reader import read
from tests.property.models import DETERMINISTIC

LEAVES = st.none() | st.booleans() | st.integers(-9, 9) | st.text("ab", max_size=3)
OBJECTS = st.recursive(
    st.dictionaries(st.sampled_from("abc"), LEAVES, max_size=3),
    lambda inner: st.dictionaries(st.sampled_from("abc"), LEAVES | inner | st.lists(LEAVES, max_size=2), max_size=3),
    max_leaves=12,
)


def node(value: Json) -> Node:
    (document,) = read(json.dumps(value).encode()).documents
    return document.root


def merged(*values: Json) -> Json:
    return value_of(merge([node(value) for value in values]))


@pytest.mark.parametrize(
    ("child", "parent", "result"),
    [
        ({"a": {"b": 1}}, {"a": {"c": 2}}, {"a": {"b": 1, "c": 2}}),
        ({"a": {"b": 1}}, {"a": {"b": 2, "c": 2}}, {"a": {"b": 1, "c": 2}}),
        ({"a": None}, {"a": {"b": 2}}, {}),
        ({"a": {"b": None}}, {"a": {"b": 2, "c": 3}}, {"a": {"c": 3}}),
        ({"a": {"b": None}}, {}, {"a": {}}),
        ({"a": {"b": {"c": None}}}, {"a": 3}, {"a": {"b": {}}}),
        ({"a": [1]}, {"a": [2, 3]}, {"a": [1]}),
        ({"a": []}, {"a": [2, 3]}, {"a": []}),
        ({"a": {}}, {"a": {"b": 1}}, {"a": {"b": 1}}),
        ({"a": 1}, {"a": {"b": 1}}, {"a": 1}),
        ({"a": {"b": 1}}, {"a": [1]}, {"a": {"b": 1}}),
        ({"a": [None]}, {"a": [1]}, {"a": [None]}),
        ({"a": ""}, {"a": "x"}, {"a": ""}),
        ({"a": False}, {"a": True}, {"a": False}),
        ({}, {"a": None}, {}),
    ],
)
def test_objects_are_merged_and_everything_else_is_replaced(child: Json, parent: Json, result: Json) -> None:
    assert merged(child, parent) == result


def test_what_one_file_removes_a_nearer_one_may_set_again() -> None:
    assert merged({"a": {"c": 3}}, {"a": None}, {"a": {"b": 1}}) == {"a": {"c": 3}}


def test_places_are_those_of_the_file_that_wins() -> None:
    base, child = (layer.root for text in (b"x: 1\na: {b: 1, c: 2}", b"a: {c: 3}") for layer in read(text).documents)
    found = merge([child, base]).content
    assert isinstance(found, dict)
    assert [(key, entry.key.line) for key, entry in found.items()] == [("a", 1), ("x", 1)]
    inner = found["a"].node.content
    assert isinstance(inner, dict)
    assert {key: entry.node.range.column for key, entry in inner.items()} == {"c": 8, "b": 8}


@DETERMINISTIC
@given(OBJECTS, OBJECTS, OBJECTS)
def test_a_chain_is_merged_from_its_end(child: Json, middle: Json, base: Json) -> None:
    assert merged(child, middle, base) == merged(child, merged(middle, base))


@DETERMINISTIC
@given(OBJECTS)
def test_an_empty_file_changes_nothing_and_nothing_is_null(document: Json) -> None:
    assert merged(document, {}) == merged({}, document) == merged(document, document) == merged(document)
    assert "null" not in json.dumps(merged(_without_lists(document)))


def _without_lists(value: Json) -> Json:
    if isinstance(value, dict):
        return {key: _without_lists(item) for key, item in value.items() if not isinstance(item, list)}
    return value
