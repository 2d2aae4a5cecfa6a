"""The steps of pydantic that are the user's: without tags of unions and without marks of wrong keys."""

from typing import Literal

import pytest

from function.base.discovery import tagged_union
from function.base.error_location import user_steps
from function.base.manifest import Json
from function.base.model import Spec


class Chip(Spec):
    number: int = 1


class Cat(Spec):
    type: Literal["cat"]
    lives: int = 9


class Dog(Spec):
    type: Literal["dog"]
    dog: Chip = Chip()


class Owner(Spec):
    pets: list[tagged_union({"cat": Cat, "dog": Dog})] = []  # type: ignore[valid-type] # built at run time
    labels: dict[str, str] = {}


@pytest.mark.parametrize(
    ("value", "location", "expected"),
    [
        ({}, ("pets",), ["pets"]),
        ({"pets": [{"type": "cat"}]}, ("pets", 0, "cat", "lives"), ["pets", 0, "lives"]),
        ({"pets": [{"type": "cat"}]}, ("pets", 0, "cat"), ["pets", 0]),
        ({"pets": [{"type": "dog", "dog": {}}]}, ("pets", 0, "dog", "dog", "number"), ["pets", 0, "dog", "number"]),
        ({"pets": [{}]}, ("pets", 0), ["pets", 0]),
        ({"pets": []}, ("pets", 0), ["pets"]),
        ({"labels": {"a b": "c"}}, ("labels", "a b", "[key]"), ["labels", "a b"]),
        ({"labels": {"[key]": 1}}, ("labels", "[key]"), ["labels", "[key]"]),
        ({"labels": {"[key]": "c"}}, ("labels", "[key]", "[key]"), ["labels", "[key]"]),
        ({"labels": {"cat": 1}}, ("labels", "cat"), ["labels", "cat"]),
    ],
    ids=str,
)
def test_user_steps(value: Json, location: tuple[str | int, ...], expected: list[str | int]) -> None:
    assert user_steps(Owner, value, location) == expected
