import pytest

from function.base.manifest import Json
from function.platform.settings import merged


@pytest.mark.parametrize(
    ("settings", "over", "expected"),
    [
        ({}, {}, {}),
        ({"a": 1}, {"b": 2}, {"a": 1, "b": 2}),
        ({"a": {"b": 1, "c": 2}}, {"a": {"c": 3}}, {"a": {"b": 1, "c": 3}}),
        ({"a": [1, 2]}, {"a": [3]}, {"a": [3]}),
        ({"a": [{"b": 1}]}, {"a": []}, {"a": []}),
        ({"a": {"b": 1}}, {"a": 2}, {"a": 2}),
        ({"a": 1}, {"a": {"b": 2}}, {"a": {"b": 2}}),
        ({"a": {"b": 1}}, {}, {"a": {"b": 1}}),
        (None, {"a": 1}, {"a": 1}),
    ],
)
def test_maps_are_merged_and_all_else_is_replaced(settings: Json, over: Json, expected: Json) -> None:
    assert merged(settings, over) == expected


def test_nothing_is_changed_in_place() -> None:
    settings: Json = {"a": {"b": 1}}
    merged(settings, {"a": {"b": 2}})
    assert settings == {"a": {"b": 1}}
