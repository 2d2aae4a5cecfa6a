"""An expected value may have less than what was found, but nothing else."""

import pytest

from function.base.manifest import Json
from function.suites.difference import adapted, differences


def shown(expected: Json, found: Json) -> list[tuple[str, str, str]]:
    return [(one.path, one.expected, one.got) for one in differences(expected, found, "a")]


@pytest.mark.parametrize(
    ("expected", "found", "differing"),
    [
        (1, 2, [("a", "1", "2")]),
        (1, True, [("a", "1", "true")]),
        (0, False, [("a", "0", "false")]),
        ("1", 1, [("a", '"1"', "1")]),
        ({"b": 1}, {}, [("a.b", "1", "nothing")]),
        ({"b": 1}, [], [("a", '{"b": 1}', "[]")]),
        ({"b": {"c": 1}}, {"b": {"c": 2}}, [("a.b.c", "1", "2")]),
        ([1], [1, 2], [("a", "[1]", "[1, 2]")]),
        ([{"b": 1}, 2], [{"b": 2}, 3], [("a[0].b", "1", "2"), ("a[1]", "2", "3")]),
        ([{"b": 1}], [{"name": "c", "b": 2}], [("a[c].b", "1", "2")]),
        ({"b.c/d": 1}, {}, [("a[b.c/d]", "1", "nothing")]),
        ({}, "text", [("a", "{}", '"text"')]),
    ],
)
def test_what_differs(expected: Json, found: Json, differing: list[tuple[str, str, str]]) -> None:
    assert shown(expected, found) == differing


@pytest.mark.parametrize(
    ("expected", "found"), [({}, {"a": 1}), ({"a": {}}, {"a": {"b": 1}, "c": 2}), ([{}], [{"a": 1}]), (1.0, 1)]
)
def test_what_is_not_expected_may_be_there(expected: Json, found: Json) -> None:
    assert shown(expected, found) == []


def test_a_difference_is_found_in_the_expected_value() -> None:
    (found,) = differences({"b": [{"c": 1}]}, {"b": [{"name": "d", "c": 2}]}, "a")
    assert (found.inside, found.path) == (("b", 0, "c"), "a.b[d].c")


def test_long_texts_are_shown_from_where_they_differ() -> None:
    ((_, expected, got),) = shown("x" * 500 + "1" + "y" * 500, "x" * 500 + "2" + "y" * 500)
    assert expected.startswith("…" + "x" * 40 + "1y")
    assert got.startswith("…" + "x" * 40 + "2y")
    assert max(len(expected), len(got)) < 210
    ((_, expected, got),) = shown("z" + "y" * 500, "y")
    assert (len(expected), got) == (201, '"y"')


def test_a_credential_is_not_shown() -> None:
    found: Json = {"env": [{"name": "DB_PASSWORD", "value": "correct-horse"}]}
    expected: Json = {"env": [{"name": "DB_PASSWORD", "value": "battery-staple"}]}
    assert "horse" not in str(shown(expected, found)) + str(shown(None, found))


@pytest.mark.parametrize(
    ("expected", "found", "right"),
    [
        (1, 2, 2),
        ({"b": 1}, {"b": 2, "c": 3}, {"b": 2}),
        ({"b": 1, "d": 1}, {"b": 1}, {"b": 1}),
        ([{"b": 1}], [{"b": 2, "c": 3}], [{"b": 2}]),
        ([{"b": 1}], [{"b": 1, "c": 2}, {}], [{"b": 1, "c": 2}, {}]),
        ("a", {"b": 1}, {"b": 1}),
    ],
)
def test_an_adapted_value_has_no_more_than_was_expected(expected: Json, found: Json, right: Json) -> None:
    assert adapted(expected, found) == right
    assert shown(right, found) == []
