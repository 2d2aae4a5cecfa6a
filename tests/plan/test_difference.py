"""Differences have exact paths, and two ways to write one value are none."""

from typing import Any

import pytest

from function.base.manifest import Json
from function.plan.difference import Change, differences

LIMITS: dict[str, Any] = {"resources": {"limits": {"cpu": "500m"}}}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ({}, {}),
        ({"a": 1}, {"a": 1.0}),
        ({"a": None}, {}),
        ({"a": [1, "b"]}, {"a": [1, "b"]}),
        (LIMITS, {"resources": {"limits": {"cpu": "0.5"}}}),
        ({"requests": {"memory": "1Gi"}}, {"requests": {"memory": "1024Mi"}}),
        ({"requests": {"cpu": "1"}}, {"requests": {"cpu": 1}}),
        ({"requests": {"cpu": ".338m"}}, {"requests": {"cpu": "1m"}}),
        (
            {"requests": {"ephemeral-storage": "4.151348Pi"}},
            {"requests": {"ephemeral-storage": "4674002326471313458m"}},
        ),
        ({"emptyDir": {"sizeLimit": "1Gi"}}, {"emptyDir": {"sizeLimit": "1024Mi"}}),
    ],
)
def test_there_is_no_difference(old: Json, new: Json) -> None:
    assert differences(old, new) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ({"a": True}, {"a": 1}),
        ({"a": False}, {}),
        ({"a": "1"}, {"a": 1}),
        ({"a": "500m"}, {"a": "0.5"}),
        (LIMITS, {"resources": {"limits": {"cpu": "1e999999999Ki"}}}),
        ({"env": {"cpu": "500m"}}, {"env": {"cpu": "0.5"}}),
        ({"requests": {"cpu": "a"}}, {"requests": {"cpu": "b"}}),
        ({"requests": {"cpu": "1.338m"}}, {"requests": {"cpu": "1m"}}),
        ({"divisor": "1.1m"}, {"divisor": "2m"}),
        ({"requests": {"cpu": "1"}}, {"requests": {"cpu": True}}),
        ({"a": {}}, {}),
        ({"a": {}}, {"a": []}),
        ({"a": [1, 2]}, {"a": [2, 1]}),
    ],
)
def test_there_is_one(old: Json, new: Json) -> None:
    assert differences(old, new) != []


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ({"a": {"b": 1}}, {"a": {"b": 2}}, Change("a.b", 1, 2)),
        ({"a": 1}, {}, Change("a", 1, None)),
        ({}, {"a": {"b": 1}}, Change("a", None, {"b": 1})),
        ({"a": {"b.c/d": 1}}, {"a": {"b.c/d": 2}}, Change("a[b.c/d]", 1, 2)),
        ({"a": [1, 2]}, {"a": [1, 3]}, Change("a[1]", 2, 3)),
        ({"a": [1]}, {"a": [1, 3]}, Change("a[1]", None, 3)),
        ({"a": [{"name": "x", "b": 1}]}, {"a": [{"name": "x", "b": 2}]}, Change("a[x].b", 1, 2)),
        ({"a": [{"name": "x"}, {"name": "y"}]}, {"a": [{"name": "y"}]}, Change("a[x]", {"name": "x"}, None)),
        (
            {"a": [{"name": "x"}, {"name": "y"}]},
            {"a": [{"name": "y"}, {"name": "x"}]},
            Change("a", ["x", "y"], ["y", "x"]),
        ),
        ({"a": [{"name": "x"}, {"name": "x"}]}, {"a": [{"name": "x"}]}, Change("a[1]", {"name": "x"}, None)),
        ({"a": "b"}, {"a": ["b"]}, Change("a", "b", ["b"])),
    ],
)
def test_a_difference_has_the_path_and_both_values(old: Json, new: Json, expected: Change) -> None:
    assert differences(old, new) == [expected]


def test_fields_are_in_the_order_of_the_old_object_and_new_ones_follow() -> None:
    found = differences({"b": 1, "a": 1}, {"c": 2, "a": 2, "b": 2})
    assert [change.path for change in found] == ["b", "a", "c"]
