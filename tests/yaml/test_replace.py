"""Only the characters of the string change."""

import pytest

from function.yaml.node import Node, Range
from function.yaml.reader import read
from function.yaml.replace import replaced, written_at
from function.yaml.scalar import Scalar


def changed(text: str, value: Scalar) -> str:
    (document,) = read(text.encode()).documents
    content = document.root.content
    assert isinstance(content, dict)
    node: Node = content["a"].node
    return replaced(text.splitlines(keepends=True), {node.range: value})


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: old\n", "a: new:1\n"),
        ("a: old", "a: new:1"),
        ("a:   old   # why\r\nb: 1\r\n", "a:   new:1   # why\r\nb: 1\r\n"),
        ("a: 'old' # why\n", "a: 'new:1' # why\n"),
        ('a: "old" # why\n', 'a: "new:1" # why\n'),
        ("{b: 1, a: old, c: 2}\n", "{b: 1, a: new:1, c: 2}\n"),
        ('{"a":"old","b":[]}', '{"a":"new:1","b":[]}'),
        ("# \U0001f600\na: old # \U0001f600\n", "# \U0001f600\na: new:1 # \U0001f600\n"),
        ("a:\n  old\nb: 1\n", "a:\n  new:1\nb: 1\n"),
    ],
)
def test_the_rest_stays_as_it_is(text: str, expected: str) -> None:
    assert changed(text, "new:1") == expected


@pytest.mark.parametrize(
    ("text", "value", "expected"),
    [
        ("a: old\n", "1.0", 'a: "1.0"\n'),
        ("a: old\n", "yes", 'a: "yes"\n'),
        ("a: 'old'\n", "a: b", 'a: "a: b"\n'),
        ("a: old\n", "", 'a: ""\n'),
    ],
)
def test_a_string_that_needs_quotes_gets_them(text: str, value: str, expected: str) -> None:
    assert changed(text, value) == expected


@pytest.mark.parametrize(
    ("text", "value", "expected"),
    [
        ('a: "8080" # why\n', 8080, "a: 8080 # why\n"),
        ("a: 'yes'\n", True, "a: true\n"),
        ('{"a":"1.5","b":2}', 1.5, '{"a":1.5,"b":2}'),
        ("a: 30s", 30, "a: 30"),
    ],
)
def test_a_number_or_boolean_loses_its_quotes(text: str, value: Scalar, expected: str) -> None:
    assert changed(text, value) == expected


def test_several_places_change_at_once() -> None:
    lines = "a: {b: 1, c: 2}\r\n\r\nd: |\r\n  x\r\n  y\r\ne: 3".splitlines(keepends=True)
    places = {Range(6, 4, 6, 5): "z", Range(1, 11, 1, 12): "C", Range(3, 4, 5, 4): "D", Range(1, 8, 1, 9): "yes"}
    assert replaced(lines, places) == 'a: {b: "yes", C: 2}\r\n\r\nd: D\r\ne: z'


@pytest.mark.parametrize("text", ["", "a: 1", "a: 1\n", "\n\n"])
def test_without_changes_the_text_stays(text: str) -> None:
    assert replaced(text.splitlines(keepends=True), {}) == text


@pytest.mark.parametrize(
    ("text", "place", "expected"),
    [
        ("a: 'b'", Range(1, 4, 1, 7), "b"),
        ('"a": b', Range(1, 1, 1, 4), "a"),
        ("a: b", Range(1, 4, 1, 5), "b"),
        ("a: '", Range(1, 4, 1, 5), "'"),
        ("a: \"b'", Range(1, 4, 1, 7), "\"b'"),
        ("a: &x 1", Range(1, 4, 1, 8), "&x 1"),
        ("a:\n  b\n", Range(1, 3, 2, 4), ""),
        ("a:", Range(2, 1, 2, 1), ""),
    ],
)
def test_the_text_at_a_place_is_without_its_quotes(text: str, place: Range, expected: str) -> None:
    assert written_at(text.splitlines(keepends=True), place) == expected


def test_many_changes_in_one_line_copy_each_part_once() -> None:
    class Line(str):
        taken = 0

        def __getitem__(self, key: object) -> str:
            part = str(self)[key]  # type: ignore[index]  # only with slices
            Line.taken += len(part)
            return part

    line = Line("".join(f"{number:04} " for number in range(1000)))
    places = {Range(1, 5 * at + 1, 1, 5 * at + 5): "x" for at in range(1000)}
    assert replaced([line], places) == "x " * 1000
    assert Line.taken <= 2 * len(line)
