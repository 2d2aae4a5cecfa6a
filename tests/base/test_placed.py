"""Values of objects at paths."""

import pytest

from function.base.manifest import Json, Manifest
from function.base.placed import Steps, value_at, with_value, without_value

VALUE: Manifest = {"a": {"b": [1, {"c": "d"}]}, "e": None}


@pytest.mark.parametrize(
    ("path", "found"),
    [
        ((), VALUE),
        (("a", "b", 0), 1),
        (("a", "b", 1, "c"), "d"),
        (("a", "b", 2), None),
        (("a", 0), None),
        (("e", "x"), None),
        (("a", "b", 1, "c", 0), None),
        (("a", "b", "c"), None),
    ],
)
def test_a_value_is_found_or_not(path: Steps, found: Json) -> None:
    assert value_at(VALUE, path) == found


@pytest.mark.parametrize(
    ("path", "new", "result"),
    [
        (("a", "b", 0), 2, {"a": {"b": [2, {"c": "d"}]}, "e": None}),
        (("a", "b", 0), None, {"a": {"b": [None, {"c": "d"}]}, "e": None}),
        (("a", "b", 1, "x"), 5, {"a": {"b": [1, {"c": "d", "x": 5}]}, "e": None}),
        (("f",), 1, {**VALUE, "f": 1}),
        (("f", "g"), 1, {**VALUE, "f": {"g": 1}}),
        (("e", "g", "h"), 1, {"a": {"b": [1, {"c": "d"}]}, "e": {"g": {"h": 1}}}),
    ],
)
def test_another_value(path: Steps, new: Json, result: Manifest) -> None:
    assert with_value(VALUE, path, new) == result
    assert VALUE == {"a": {"b": [1, {"c": "d"}]}, "e": None}


@pytest.mark.parametrize("path", [("a", "b", 7), ("a", "b", "c"), ("a", "b", 0, "x"), ("a", "b", 1, "c", 0), (0,)])
def test_what_is_in_the_way_stays(path: Steps) -> None:
    assert with_value(VALUE, path, 1) == VALUE


@pytest.mark.parametrize(
    ("path", "result"),
    [
        (("a", "b", 0), {"a": {"b": [{"c": "d"}]}, "e": None}),
        (("a", "b", 1, "c"), {"a": {"b": [1, {}]}, "e": None}),
        (("e",), {"a": {"b": [1, {"c": "d"}]}}),
    ],
)
def test_no_value(path: Steps, result: Manifest) -> None:
    assert without_value(VALUE, path) == result
    assert VALUE == {"a": {"b": [1, {"c": "d"}]}, "e": None}


@pytest.mark.parametrize(
    "path", [("f",), ("f", "g"), ("e", "g"), ("a", "b", 7), ("a", "b", 0, "x"), ("a", 0), (0, "a")]
)
def test_what_is_not_there_cannot_go(path: Steps) -> None:
    assert without_value(VALUE, path) == VALUE


def test_keys_keep_their_order() -> None:
    assert list(with_value({"a": 1, "b": 2}, ("a",), 3)) == ["a", "b"]
