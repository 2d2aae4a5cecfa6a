from typing import Literal

import pytest

from function.base.discovery import tagged_union
from function.base.habit import Habit
from function.base.manifest import Json
from function.base.model import Spec
from function.base.unknown_field import Advice, advice, covered
from function.base.validation import parse


class Lead(Spec):
    length: int = 1
    shade: str = "red"


class Collar(Spec):
    lead: Lead = Lead()
    shade: str = "red"


class Cat(Spec):
    type: Literal["cat"]
    lives: int = 9


class Dog(Spec):
    type: Literal["dog"]
    tricks: int = 1


class Owner(Spec):
    habits = {"title": Habit("name", covers="name"), "age": Habit(hint="nobody asks")}
    name: str


class Pet(Spec):
    collar: Collar = Collar()
    owners: list[Owner] = []
    toys: dict[str, Lead] = {}
    kinds: list[tagged_union({"cat": Cat, "dog": Dog})] = []  # type: ignore[valid-type] # built at run time
    size: int = 1


class Zoo(Spec):
    pet: Pet = Pet()
    a: int = 1
    b: int = 1
    c: int = 1
    d: int = 1
    e: int = 1
    f: int = 1
    g: int = 1
    h: int = 1
    i: int = 1
    j: int = 1
    k: int = 1
    m: int = 1


@pytest.mark.parametrize(
    ("value", "steps", "expected"),
    [
        ({"lead": 1}, ["lead"], Advice("collar.lead")),
        ({"length": 1}, ["length"], Advice("collar.lead.length")),
        ({"sise": 1}, ["sise"], Advice("size", rename="size")),
        ({"collar": {"size": 1}}, ["collar", "size"], Advice("spec.size", "correct the indentation")),
        ({"collar": {"lead": {"size": 1}}}, ["collar", "lead", "size"], Advice("spec.size", "correct the indentation")),
        (
            {"collar": {"lead": {"lead": 1}}},
            ["collar", "lead", "lead"],
            Advice("spec.collar.lead", "correct the indentation"),
        ),
        ({"owners": [{"title": "x"}]}, ["owners", 0, "title"], Advice("name", rename="name")),
        ({"owners": [{"tittle": "x"}]}, ["owners", 0, "tittle"], Advice("name")),
        ({"owners": [{"agee": "x"}]}, ["owners", 0, "agee"], Advice("", "valid fields are name")),
        ({"owners": [{"age": "x"}]}, ["owners", 0, "age"], Advice("", "nobody asks")),
        ({"owners": [{"size": 1}]}, ["owners", 0, "size"], Advice("spec.size", "correct the indentation")),
        ({"kinds": [{"type": "cat", "tricks": 1}]}, ["kinds", 0, "tricks"], Advice("", "valid fields are lives, type")),
        ({"lenght": 1, "toyz": {}}, ["toyz"], Advice("toys", rename="toys")),
        ({"colar": {}}, ["colar"], Advice("collar", rename="collar")),
        ({"collars": {}}, ["collars"], Advice("collar", rename="collar")),
        ({"coller_s": {}}, ["coller_s"], Advice("collar")),
        ({"shade": 1}, ["shade"], Advice("", "valid fields are collar, kinds, owners, size, toys")),
        ({"lives": 1}, ["lives"], Advice("", "valid fields are collar, kinds, owners, size, toys")),
        ({"toys": {"ball": {"zzz": 1}}}, ["toys", "ball", "zzz"], Advice("", "valid fields are length, shade")),
    ],
)
def test_what_was_meant(value: Json, steps: list[str | int], expected: Advice) -> None:
    assert advice(Pet, "spec", value, steps) == expected


def test_a_long_list_of_fields_is_not_printed() -> None:
    assert advice(Zoo, "spec", {"zzz": 1}, ["zzz"]) == Advice("", "the API reference lists all fields")


@pytest.mark.parametrize(
    ("given", "expected"), [({"title"}, {"name"}), ({"age"}, set()), (set(), set()), ({"name"}, set())]
)
def test_a_habit_stands_for_a_required_field(given: set[str], expected: set[str]) -> None:
    assert covered([Owner, Lead], given) == expected


@pytest.mark.parametrize(
    ("owner", "paths"),
    [
        ({"title": "x"}, ["spec.owners[0].title"]),
        ({"age": "x"}, ["spec.owners[0].name", "spec.owners[0].age"]),
        ({}, ["spec.owners[0].name"]),
    ],
)
def test_one_mistake_is_told_once(owner: Json, paths: list[str]) -> None:
    assert [problem.path for problem in parse(Pet, {"owners": [owner]}, "spec")[1]] == paths
