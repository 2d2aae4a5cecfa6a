"""Values of objects at paths."""

import pytest

from function.base.manifest import Json, Manifest
from function.importing.placed import Steps, changed, value_at

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
        (("a", "b", 0), None, {"a": {"b": [{"c": "d"}]}, "e": None}),
        (("a", "b", 1, "c"), None, {"a": {"b": [1, {}]}, "e": None}),
        (("e",), None, {"a": {"b": [1, {"c": "d"}]}}),
        (("f",), 1, {**VALUE, "f": 1}),
        (("f", "g"), 1, VALUE),
        (("a", "b", 7), 1, VALUE),
        (("a", "b", "c"), 1, VALUE),
        ((0,), 1, VALUE),
    ],
)
def test_another_value_or_none(path: Steps, new: Json, result: Manifest) -> None:
    assert changed(VALUE, path, new) == result
    assert VALUE == {"a": {"b": [1, {"c": "d"}]}, "e": None}


def test_keys_keep_their_order() -> None:
    assert list(changed({"a": 1, "b": 2}, ("a",), 3)) == ["a", "b"]
