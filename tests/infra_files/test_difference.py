"""What differs between two bindings: no less, and nothing that is the same."""

import json

import pytest
from hypothesis import given

from function.base.manifest import Json
from function.infra_files.difference import Difference, differences
from function.yaml.node import Node
from function.yaml.reader import read
from tests.infra_files.test_merge import OBJECTS
from tests.property.models import DETERMINISTIC


def node(text: str) -> Node:
    (document,) = read(text.encode()).documents
    return document.root


@pytest.mark.parametrize(
    ("left", "right"),
    [("a: 1", "a: 1"), ("{a: 1, b: 2}", "{b: 2, a: 1}"), ("a: 'x'", "a: x"), ("a: 1.0", "a: 1"), ("a: []", "a: []")],
)
def test_the_same_values_do_not_differ(left: str, right: str) -> None:
    assert differences(node(left), node(right)) == []


@pytest.mark.parametrize(
    ("left", "right", "found"),
    [
        ("a: 1", "a: '1'", [Difference("a", "1", '"1"')]),
        ("a: 1", "b: 1", [Difference("a", "1", None), Difference("b", None, "1")]),
        ("a: {b: 1}", "a: 1", [Difference("a.b", "1", None), Difference("a", None, "1")]),
        ("a: []", "a: [x]", [Difference("a", "[]", None), Difference("a[0]", None, '"x"')]),
        ("a: [x, z]", "a: [z, x]", [Difference("a[0]", '"x"', '"z"'), Difference("a[1]", '"z"', '"x"')]),
        ("a: true", "a: 'true'", [Difference("a", "true", '"true"')]),
        ("{b: 1, a: ä}", "{a: b, b: 2}", [Difference("b", "1", "2"), Difference("a", '"ä"', '"b"')]),
    ],
)
def test_different_values_are_found_in_the_order_of_the_left_one(
    left: str, right: str, found: list[Difference]
) -> None:
    assert differences(node(left), node(right)) == found


def test_values_whose_paths_are_too_long_to_be_told_apart_are_compared_all_the_same() -> None:
    left, right = (f"{'k' * 900}: {{{'k' * 900}: {{a: 1, b: {number}}}}}" for number in (2, 3))
    (found,) = differences(node(left), node(right))
    assert (found.path, found.left, found.right) == (f"{'k' * 900}.{'k' * 99}… (2)", "2", "3")


@DETERMINISTIC
@given(OBJECTS, OBJECTS)
def test_the_other_way_round_the_same_paths_differ(left: Json, right: Json) -> None:
    before, after = node(json.dumps(left)), node(json.dumps(right))
    forth, back = differences(before, after), differences(after, before)
    assert {(one.path, one.left, one.right) for one in forth} == {(one.path, one.right, one.left) for one in back}
    assert bool(forth) == (left != right)
