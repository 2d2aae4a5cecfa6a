"""`--update` changes the values that differ, and no other character."""

import pytest

from function.base.manifest import Json
from function.check.errors import UnusableFileError
from function.suites.failure import Edit
from function.suites.update import updated

PLACE = ("cases", 0, "expect")


def after(text: str, value: Json, *place: str | int, position: int = 0) -> str:
    return updated("a.yaml", text.encode(), [(position, Edit((*PLACE, *place), value))]).decode()


def suite(*lines: str) -> str:
    return "\n".join(["cases:", "  - expect:", *(f"      {line}" for line in lines), ""])


@pytest.mark.parametrize(
    ("before", "value", "right"),
    [
        (["a: 1 # why"], 2, ["a: 2 # why"]),
        (["a: 'x'   # why"], "z", ["a: 'z'   # why"]),
        (['a: "1"'], "2", ['a: "2"']),
        (["a: x"], "1", ['a: "1"']),
        (["a: true"], False, ["a: false"]),
        (["a:", "b: 1"], 2, ["a: 2", "b: 1"]),
        (["a: {b: 1, c: [2, 3]} # why"], {"b": 1, "c": [2, 4]}, ["a: {b: 1, c: [2, 4]} # why"]),
        (["a: []"], [{"b": 1}], ["a:", "  - b: 1"]),
        (["a: # why", "  # one", "  - b: 1 # two"], [{"b": 2}], ["a: # why", "  # one", "  - b: 2 # two"]),
        (["a:", "  - 1", "b: 2"], [1, 3], ["a:", "  - 1", "  - 3", "b: 2"]),
        (["a:", "  b: 1", "c: 2"], {"b": 1, "d": 3}, ["a:", "  b: 1", "  d: 3", "c: 2"]),
        (["a:", "  b: {c: 1} # why"], {"b": {"d": 1}}, ["a:", "  # why", "  b:", "    d: 1"]),
        (["a: x"], "b\nz", ["a: |-", "  b", "  z"]),
        (["a: |", "  x"], "z", ["a: z"]),
    ],
)
def test_the_value_is_written_in_place_of_the_old_one(before: list[str], value: Json, right: list[str]) -> None:
    assert after(suite(*before), value, "a") == suite(*right)


def test_nothing_changes_if_the_value_is_the_same() -> None:
    text = suite("a:   {b:  1}   # why")
    assert after(text, {"b": 1}, "a") == text


def test_several_values_are_written_at_once() -> None:
    text = suite("a: {b: 1, c: 1}", "d:", "  - 1", "e: 1")
    edits = [
        Edit((*PLACE, "a", "b"), 10),
        Edit((*PLACE, "a", "c"), 20),
        Edit((*PLACE, "d"), [2, 3, 4]),
        Edit((*PLACE, "e"), 5),
    ]
    found = updated("a", text.encode(), [(0, edit) for edit in edits]).decode()
    assert found == suite("a: {b: 10, c: 20}", "d:", "  - 2", "  - 3", "  - 4", "e: 5")


def test_the_document_that_is_meant_changes() -> None:
    text = suite("a: 1")
    assert after(f"{text}---\n{text}", 2, "a", position=1) == f"{text}---\n{suite('a: 2')}"


def test_line_ends_and_the_mark_of_windows_stay() -> None:
    text = "\ufeff" + suite("a: 1", "b:", "  - 1").replace("\n", "\r\n")
    assert after(text, [1, 2], "b") == "\ufeff" + suite("a: 1", "b:", "  - 1", "  - 2").replace("\n", "\r\n")


def test_in_place_of_an_alias_stands_the_value() -> None:
    assert after(suite("x: &x 1", "a: *x", "b: *x"), 2, "a") == suite("x: &x 1", "a: 2", "b: *x")


@pytest.mark.parametrize(
    ("lines", "value"),
    [(["x: &x {k: 1}", "a: *x"], {"k": 2}), (["a: &x 1", "b: *x"], 2), (["a: &x", "  - 1", "b: *x"], [1, 2])],
)
def test_a_value_that_others_share_is_not_changed(lines: list[str], value: Json) -> None:
    with pytest.raises(UnusableFileError, match=r"Hint: write them yourself"):
        after(suite(*lines), value, "a")


def test_a_value_whose_layout_is_in_the_way_is_refused() -> None:
    with pytest.raises(UnusableFileError, match=r"cannot use a\.yaml: the values cannot be written"):
        after("cases: [{expect: {a: [1]}}]\n", [1, 2], "a")
