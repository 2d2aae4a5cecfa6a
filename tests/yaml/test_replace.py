"""Only the characters of the string change."""

import pytest

from function.yaml.node import Node
from function.yaml.reader import read
from function.yaml.replace import replaced


def changed(text: str, value: str) -> str:
    (document,) = read(text.encode()).documents
    content = document.root.content
    assert isinstance(content, dict)
    node: Node = content["a"].node
    return "".join(replaced(text.splitlines(keepends=True), node.range, value))


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
