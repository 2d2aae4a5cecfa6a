"""A value without its places, whatever places it had."""

import json
import re

import pytest

from function.base.manifest import Json
from function.yaml.node import Entry, Node, Range, below, in_file, value_of
from function.yaml.reader import read
from function.yaml.scalar import Scalar

PLACE = Range(1, 1, 1, 2)


def leaf(value: Scalar) -> Node:
    return Node(value, PLACE)


@pytest.mark.parametrize("value", [None, "", "a", 0, 1.5, False])
def test_a_scalar_is_itself(value: Scalar) -> None:
    assert value_of(leaf(value)) is value


@pytest.mark.parametrize(
    ("node", "value"),
    [
        (Node([], PLACE), []),
        (Node({}, PLACE), {}),
        (Node([leaf(1), Node([leaf(None)], PLACE)], PLACE), [1, [None]]),
        (Node({"b": Entry(PLACE, leaf(1)), "a": Entry(PLACE, Node({}, PLACE))}, PLACE), {"b": 1, "a": {}}),
    ],
)
def test_structures_keep_their_order_and_what_is_empty(node: Node, value: Json) -> None:
    assert json.dumps(value_of(node)) == json.dumps(value)


def test_an_alias_is_a_value_of_its_own() -> None:
    """Two objects that share a part would both change with it."""
    (document,) = read(b"a: &x {b: [1]}\nc: *x\n").documents
    found = value_of(document.root)
    assert isinstance(found, dict)
    assert found["a"] == found["c"]
    assert found["a"] is not found["c"]


NESTED = Node({"a": Entry(PLACE, Node([leaf("x"), Node({"b": Entry(PLACE, leaf(None))}, PLACE)], PLACE))}, PLACE)


@pytest.mark.parametrize(("path", "value"), [(("a", 0), "x"), (("a", 1, "b"), None), (("a", 1), {"b": None})])
def test_a_path_leads_to_a_value(path: tuple[str | int, ...], value: Json) -> None:
    found = below(NESTED, *path)
    assert found is not None
    assert value_of(found) == value
    assert below(NESTED) is NESTED


@pytest.mark.parametrize("path", [("b",), (0,), ("a", 2), ("a", "b"), ("a", 0, 0), ("a", 0, "x"), ("a", 1, "b", "c")])
def test_a_path_to_nothing_leads_nowhere(path: tuple[str | int, ...]) -> None:
    assert below(NESTED, *path) is None


def test_in_a_file_every_key_and_value_names_it_and_nothing_else_changes() -> None:
    (document,) = read(b"a: {b: [1, x]}\nc: 'x'\n").documents
    named = in_file(document.root, "base.infra")
    places = re.findall("Range\\(.*?\\)", repr(named))
    assert len(places) == 9
    assert all("file='base.infra'" in place for place in places)
    assert in_file(named, "") == document.root


@pytest.mark.parametrize(
    ("text", "plain"), [("a: x", True), ("a: 3", True), ("a: 'x'", False), ("a: |\n  x", False), ("a: !!str 3", False)]
)
def test_a_scalar_knows_whether_its_text_decides_its_type(text: str, plain: bool) -> None:
    (document,) = read(text.encode()).documents
    assert isinstance(document.root.content, dict)
    assert document.root.content["a"].node.plain is plain
