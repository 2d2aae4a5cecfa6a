"""Each case holds a place against the text that stands there."""

import pytest
import yaml

from function.yaml.node import Range
from function.yaml.position import between, block, of_error


def events(text: str) -> list[yaml.Event]:
    return list(yaml.parse(text, Loader=yaml.CSafeLoader))


def the_scalar(text: str) -> yaml.ScalarEvent:
    return [event for event in events(text) if isinstance(event, yaml.ScalarEvent)][-1]


def test_an_event_that_no_parser_marked_has_no_place() -> None:
    with pytest.raises(AssertionError, match="libyaml marks each event"):
        between(yaml.StreamStartEvent(), yaml.StreamEndEvent())


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("a: |\n  b\n", Range(1, 4, 2, 4)),
        ("a: |\n  b\n\n\n\nc: |\n  d", Range(6, 4, 7, 4)),
        ("a: |+\n  b\n\n\n", Range(1, 4, 2, 4)),
        ("a: >-\n  b\n  cd\n# comment\n", Range(1, 4, 3, 5)),
        ("a: |\n", Range(1, 4, 1, 5)),
        ("a: |2\n   b\n", Range(1, 4, 2, 5)),
    ],
)
def test_a_block_ends_with_its_last_character_and_not_with_the_next_token(text: str, place: Range) -> None:
    assert block(text, the_scalar(text)) == place


@pytest.mark.parametrize(
    ("text", "place"),
    [("a: bcd\n\n", Range(1, 4, 1, 7)), ("a:\n  'b'  # c\n", Range(2, 3, 2, 6)), ("ä😀: b", Range(1, 5, 1, 6))],
)
def test_a_scalar_lies_between_its_own_marks(text: str, place: Range) -> None:
    scalar = the_scalar(text)
    assert between(scalar, scalar) == place


@pytest.mark.parametrize(("text", "place"), [("{a: 1}  \n", Range(1, 1, 1, 7)), ("{\na: 1\n}", Range(1, 1, 3, 2))])
def test_brackets_end_a_collection_whatever_its_last_value(text: str, place: Range) -> None:
    (start,) = (event for event in events(text) if isinstance(event, yaml.MappingStartEvent))
    (end,) = (event for event in events(text) if isinstance(event, yaml.MappingEndEvent))
    assert between(start, end, Range(2, 4, 2, 5)) == place


def test_without_brackets_it_ends_with_its_last_value() -> None:
    text = "a: 1\n\n\n# comment\nb:\n- 2\n\n\n"
    start = next(event for event in events(text) if isinstance(event, yaml.SequenceStartEvent))
    end = next(event for event in events(text) if isinstance(event, yaml.SequenceEndEvent))
    assert between(start, end, Range(6, 3, 6, 4)) == Range(6, 1, 6, 4)


@pytest.mark.parametrize(("text", "line", "column"), [("a: [", 2, 1), ("a: 1\nb: ]\n", 2, 4), ("a:\n\tb: 1\n", 2, 1)])
def test_an_error_is_where_libyaml_stopped(text: str, line: int, column: int) -> None:
    with pytest.raises(yaml.MarkedYAMLError) as caught:
        list(yaml.parse(text, Loader=yaml.CSafeLoader))
    assert of_error(caught.value)[:2] == (line, column)
