"""Keys of one mapping, without a parser around them."""

import pytest
import yaml

from function.yaml.mapping import Mapping, is_merge
from function.yaml.node import Entry, Node, Range, value_of
from function.yaml.scalar import Scalar

MERGE = "tag:yaml.org,2002:merge"


def node(content: Scalar, line: int = 1) -> Node:
    return Node(content, Range(line, 1, line, 2))


def source(**entries: Scalar) -> Node:
    place = Range(9, 9, 9, 9)
    return Node({key: Entry(place, Node(value, place)) for key, value in entries.items()}, place)


def values(mapping: Mapping) -> object:
    return value_of(Node(mapping.entries, Range(1, 1, 1, 1)))


@pytest.mark.parametrize("key", [Node([], Range(3, 4, 5, 6)), Node({}, Range(3, 4, 5, 6)), node(None)])
def test_a_key_that_is_no_text_is_left_out_with_a_problem_at_its_place(key: Node) -> None:
    mapping = Mapping()
    mapping.add(key, node(1))
    assert mapping.entries == {}
    assert [(problem.code, problem.range) for problem in mapping.problems] == [("EP004", key.range)]


@pytest.mark.parametrize(
    ("first", "second", "name"),
    [("a", "a", "a"), (1, "1", "1"), (True, "true", "true"), ("false", False, "false"), (1.5, "1.5", "1.5")],
)
def test_keys_of_one_text_are_one_key_and_the_last_wins(first: Scalar, second: Scalar, name: str) -> None:
    mapping = Mapping()
    mapping.add(node(first, 2), node("first"))
    mapping.add(node(second, 7), node("second"))
    assert values(mapping) == {name: "second"}
    assert mapping.entries[name].key.line == 7
    ((code, message, place),) = mapping.problems
    assert (code, place.line) == ("EP003", 7)
    assert message == f"duplicate key '{name}'; it is also on line 2, and the last one wins. Hint: remove one of them"


def test_of_three_each_names_the_one_before_it() -> None:
    mapping = Mapping()
    for line in (1, 2, 3):
        mapping.add(node("a", line), node(None))
    assert [problem.message.partition(",")[0] for problem in mapping.problems] == [
        "duplicate key 'a'; it is also on line 1",
        "duplicate key 'a'; it is also on line 2",
    ]


@pytest.mark.parametrize("content", [None, "text", 3, True])
def test_nothing_but_objects_can_be_merged(content: Scalar) -> None:
    mapping = Mapping()
    mapping.merge(node(content, 4))
    assert mapping.entries == {}
    assert [(problem.code, problem.range.line) for problem in mapping.problems] == [("EP004", 4)]


def test_what_is_merged_is_no_second_writing() -> None:
    mapping = Mapping()
    mapping.merge(source(a=1, b=2))
    mapping.add(node("a"), node(3))
    mapping.merge(source(b=4))
    assert mapping.problems == []
    assert values(mapping) == {"a": 3, "b": 4}


def test_of_several_sources_the_first_wins() -> None:
    mapping = Mapping()
    mapping.merge(Node([source(a=1), source(a=2, b=3)], Range(1, 1, 1, 1)))
    assert values(mapping) == {"a": 1, "b": 3}


@pytest.mark.parametrize(
    ("event", "merges"),
    [
        (yaml.ScalarEvent(None, None, (True, False), "<<"), True),
        (yaml.ScalarEvent(None, MERGE, (False, False), "<<", style='"'), True),
        (yaml.ScalarEvent(None, None, (False, True), "<<", style='"'), False),
        (yaml.ScalarEvent(None, "tag:yaml.org,2002:str", (False, False), "<<"), False),
        (yaml.ScalarEvent(None, MERGE, (False, False), "<"), False),
        (yaml.AliasEvent("<<"), False),
    ],
)
def test_the_merge_key(event: yaml.Event, merges: bool) -> None:
    assert is_merge(event) is merges
