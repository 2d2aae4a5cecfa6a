"""Only what changes is written again."""

import pytest

from function.base.manifest import Json
from function.yaml.edit import edited
from function.yaml.reader import read

TEXT = """\
# above
a: 1   # one
b:
  - x  # in b

# before c
c: |
  text
d: {e: 2}
"""


def changed(text: str, **changes: Json) -> str:
    (document,) = read(text.encode()).documents
    return "".join(edited(text.splitlines(keepends=True), document.root, changes))


@pytest.mark.parametrize(
    ("changes", "old", "new"),
    [
        ({}, "", ""),
        ({"new": 1}, "", ""),
        ({"a": 2}, "a: 1   # one\n", "a: 2   # one\n"),
        ({"a": [2]}, "a: 1   # one\n", "# one\na:\n  - 2\n"),
        ({"b": None}, "b:\n  - x  # in b\n", "# in b\n"),
        ({"b": ["w"]}, "b:\n  - x  # in b\n", "# in b\nb:\n  - w\n"),
        ({"b": ["x", {"w": 1, "z": 2}]}, "  - x  # in b\n", "  - x  # in b\n  - w: 1\n    z: 2\n"),
        ({"c": None}, "c: |\n  text\n", ""),
        ({"d": {"f": [1]}}, "d: {e: 2}\n", "d:\n  f:\n    - 1\n"),
        ({"d": {"e": 2, "f": 3}}, "d: {e: 2}\n", "d:\n  e: 2\n  f: 3\n"),
        ({"b": None, "new": "z"}, "b:\n  - x  # in b\n", "# in b\nnew: z\n"),
        ({"a": 2, "new": "z"}, "a: 1   # one\n", "new: z\na: 2   # one\n"),
    ],
    ids=str,
)
def test_the_rest_of_the_text_stays(changes: dict[str, Json], old: str, new: str) -> None:
    assert changed(TEXT, **changes) == (TEXT.replace(old, new) if old else TEXT)


def test_new_entries_stand_where_the_first_one_was_removed() -> None:
    assert changed(TEXT, a=2, c=None, new=3) == TEXT.replace("a: 1", "a: 2").replace("c: |\n  text\n", "new: 3\n")


def test_entries_are_indented_as_their_mapping() -> None:
    text = "top:\n    a: 1\n    b: 2\n"
    (document,) = read(text.encode()).documents
    content = document.root.content
    assert isinstance(content, dict)
    lines = edited(text.splitlines(keepends=True), content["top"].node, {"a": {"c": 1}})
    assert "".join(lines) == "top:\n    a:\n      c: 1\n    b: 2\n"


@pytest.mark.parametrize(
    ("text", "changes", "expected"),
    [
        ("a:\n- x\n# end\n", {"a": ["x", "w"]}, "a:\n- x\n- w\n# end\n"),
        ("a:\n    b: 1 # b\nc: 1\n", {"a": {"b": 1, "d": {"e": 2}}}, "a:\n    b: 1 # b\n    d:\n      e: 2\nc: 1\n"),
        ("a:\n  b: 1", {"a": {"b": 1, "d": 2}}, "a:\n  b: 1\n  d: 2\n"),
        ("a: {\n  # one\n  b: '# no' # two\n}\n", {"a": {"c": 1}}, "# one\n# two\na:\n  c: 1\n"),
        ("a:\nb: 1\n", {"a": [1], "b": None}, "a:\n  - 1\n"),
        ("b: 1 # b\na:", {"a": {"c": 1}, "b": None}, "# b\na:\n  c: 1\n"),
        ("a: 1\r\nb: 2 # b\r\n", {"a": None, "b": [1]}, "# b\r\nb:\r\n  - 1\r\n"),
        ("a: 1\r\nb:\r\n- 1\r\n", {"b": [1, 2]}, "a: 1\r\nb:\r\n- 1\r\n- 2\r\n"),
        ("a: 'x' # x\n", {"a": "w"}, "a: 'w' # x\n"),
    ],
)
def test_only_what_is_new_is_written(text: str, changes: dict[str, Json], expected: str) -> None:
    assert changed(text, **changes) == expected


@pytest.mark.parametrize("text", ["[1]", "1", "null"])
def test_what_is_no_mapping_stays(text: str) -> None:
    for document in read(text.encode()).documents:
        assert edited([text], document.root, {"a": 1}) == [text]
