"""Comments in an entry, and what only looks like one."""

import pytest

from function.yaml.reader import read
from function.yaml.remarks import remarks
from tests.work import growth


def found(text: str) -> list[str]:
    (document,) = read(text.encode()).documents
    content = document.root.content
    assert isinstance(content, dict)
    return list(remarks(text.split("\n"), content["a"]))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: 1 # x", ["# x"]),
        ("a: 1\t#x y  ", ["#x y"]),
        ("# above\na:\n  # in\n  b: 1 # b\n  c:\n  - 1 # c # d\n# below", ["# in", "# b", "# c # d"]),
        ("a: {b: '# x', \"# y\": 1} # z", ["# z"]),
        ("a: 'b\n  # c' # d", ["# d"]),
    ],
)
def test_comments(text: str, expected: list[str]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize("text", ["a: 1", "a: b#c", "a: '# b'", "a: |\n  # b\n  c", "a: {'# b': 1}", "a: 1\nb: 2 # b"])
def test_no_comments(text: str) -> None:
    assert found(text) == []


def test_the_time_grows_with_the_size() -> None:
    assert growth(lambda number: found("a: [" + "'# b', # c\n" * number + "]"), 200) < 3
