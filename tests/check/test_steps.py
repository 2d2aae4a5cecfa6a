"""Paths as users write them."""

import pytest

from function.base.manifest import Json
from function.check.steps import Found, Step, below, item_name, named, position_of, steps, value_at

DOCUMENT: Json = {
    "spec": {"env": [{"name": "A", "value": "1"}, {"value": "2"}, "B"], "a.b": {"c": None}, "0": "zero", "text": "ab"}
}


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("spec", ("spec",)),
        ("spec.env[A].value", ("spec", "env", "A", "value")),
        ("spec.env[1][x]", ("spec", "env", 1, "x")),
        ("spec[a.b].c", ("spec", "a.b", "c")),
        ("", ()),
        (".a", ()),
        ("a..b", ()),
        ("a.", ()),
        ("a[", ()),
        ("a[]", ()),
        ("a=b", ()),
        ("a" + ".a" * 99, ("a",) * 100),
        ("a" + ".a" * 100, ()),
        ("a" + "[0]" * 100, ()),
    ],
)
def test_a_path_has_steps_or_is_none(path: str, expected: tuple[Step, ...]) -> None:
    assert steps(path) == expected


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("spec.env[A].value", "1"),
        ("spec.env[1].value", "2"),
        ("spec.env[2]", "B"),
        ("spec[a.b].c", None),
        ("spec[0]", "zero"),
    ],
)
def test_what_lies_at_a_path_is_found(path: str, expected: Json) -> None:
    assert value_at(DOCUMENT, steps(path)) == Found(expected)


@pytest.mark.parametrize("path", ["spec.env[B]", "spec.env[3]", "spec.env.value", "spec.text[0]", "spec[a.b].c.d", "a"])
def test_where_nothing_lies_nothing_is_found(path: str) -> None:
    assert value_at(DOCUMENT, steps(path)) is None


@pytest.mark.parametrize(("step", "expected"), [(0, 0), (1, None), ("A", 0), ("B", None), ("", None)])
def test_an_item_has_a_position_or_a_name(step: Step, expected: int | None) -> None:
    assert position_of([{"name": "A"}], step) == expected


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("spec.env[0].value", "spec.env[A].value"),
        ("spec.env[1].value", "spec.env[1].value"),
        ("spec[a.b].c", "spec[a.b].c"),
        ("spec.none[0].a", "spec.none[0].a"),
    ],
)
def test_items_go_by_their_names(path: str, expected: str) -> None:
    assert named(DOCUMENT, steps(path)) == expected


def test_a_step_that_is_no_plain_name_is_in_brackets() -> None:
    assert [below("a", "b"), below("a", 0), below("a", "b/c"), below("a", "b", of_list=True)] == [
        "a.b",
        "a[0]",
        "a[b/c]",
        "a[b]",
    ]
    assert [item_name({"name": "a"}), item_name("a"), item_name({"name": 1})] == ["a", "", ""]
