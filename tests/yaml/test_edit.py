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
        ({"a": 2}, "a: 1   # one\n", "a: 2\n"),
        ({"b": None}, "b:\n  - x  # in b\n", ""),
        ({"c": None}, "c: |\n  text\n", ""),
        ({"d": {"f": [1]}}, "d: {e: 2}\n", "d:\n  f:\n    - 1\n"),
        ({"b": None, "new": "z"}, "b:\n  - x  # in b\n", "new: z\n"),
        ({"a": 2, "new": "z"}, "a: 1   # one\n", "a: 2\nnew: z\n"),
    ],
    ids=str,
)
def test_the_rest_of_the_text_stays(changes: dict[str, Json], old: str, new: str) -> None:
    assert changed(TEXT, **changes) == (TEXT.replace(old, new) if old else TEXT)


def test_new_entries_stand_where_the_first_one_was_removed() -> None:
    assert changed(TEXT, a=2, c=None, new=3) == TEXT.replace("a: 1   # one", "a: 2").replace(
        "c: |\n  text\n", "new: 3\n"
    )


def test_entries_are_indented_as_their_mapping() -> None:
    text = "top:\n    a: 1\n    b: 2\n"
    (document,) = read(text.encode()).documents
    content = document.root.content
    assert isinstance(content, dict)
    lines = edited(text.splitlines(keepends=True), content["top"].node, {"a": {"c": 1}})
    assert "".join(lines) == "top:\n    a:\n      c: 1\n    b: 2\n"


@pytest.mark.parametrize("text", ["[1]", "1", "null"])
def test_what_is_no_mapping_stays(text: str) -> None:
    for document in read(text.encode()).documents:
        assert edited([text], document.root, {"a": 1}) == [text]
