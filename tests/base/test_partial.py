from collections.abc import Callable, Iterator
from typing import Annotated, Literal

import pytest

from function.base.discovery import tagged_union
from function.base.int_or_string import IntOrString
from function.base.manifest import Json
from function.base.model import Spec
from function.base.partial import Unparsed, kept, partial, readable
from function.base.rule import Rule
from function.base.validation import parse

Amount = Annotated[str, IntOrString()]


class Cat(Spec):
    type: Literal["cat"]
    lives: int = 9


class Dog(Spec):
    type: Literal["dog"]
    tricks: int = 1


class Name(Spec):
    first: str
    last: str = "Katz"


class Pet(Spec):
    rules = (
        Rule(cel="", message="old pets have no toys", field="toys", holds=lambda pet: pet.age < 10 or not pet.toys),
        Rule(cel="", message="no two toys alike", field="toys", holds=lambda pet: len(set(pet.toys)) == len(pet.toys)),
        Rule(cel="", message="all named", field="names", holds=lambda pet: all(name.first for name in pet.names)),
    )
    name: Name
    age: int = 1
    weight: Amount = "1"
    toys: list[str] = []
    names: list[Name] = []
    notes: dict[str, str] = {}
    kinds: list[tagged_union({"cat": Cat, "dog": Dog})] = []  # type: ignore[valid-type] # built at run time


WHOLE: dict[str, Json] = {"name": {"first": "Mau"}}


def rules(**fields: Json) -> list[str]:
    return [str(problem) for problem in parse(Pet, {**WHOLE, **fields}, "pet")[1] if problem.code == "EP201"]


@pytest.mark.parametrize(
    ("value", "invalid", "expected"),
    [
        ({"age": 2}, [], {"age": 2, "toys": []}),
        ({"weight": 3}, [], {"weight": "3"}),
        ({"toys": ["a", "b"]}, [], {"toys": ["a", "b"]}),
        ({"notes": {"a": "b", "c": 1}}, [["notes", "c"]], {"notes": {"a": "b"}}),
        ({"names": [{"first": "A"}]}, [], {"names": [Name(first="A")]}),
        ({"names": ["A", {"first": "B"}]}, [["names", 0]], {"names": [Unparsed(), Name(first="B")]}),
        ({"kinds": [{"type": "dog", "tricks": 2}]}, [], {"kinds": [Dog(type="dog", tricks=2)]}),
        ({"kinds": [{"type": "cow"}]}, [["kinds", 0]], {"kinds": [Unparsed()]}),
        ({"kinds": [{}]}, [["kinds", 0]], {"kinds": [Unparsed()]}),
        ({"unknown": 1}, [], {"age": 1}),
    ],
)
def test_valid_parts_are_kept(value: Json, invalid: list[list[str | int]], expected: dict[str, object]) -> None:
    made = partial(Pet, value, invalid)
    assert {name: getattr(made, name) for name in expected} == expected


@pytest.mark.parametrize(
    ("value", "invalid", "field"),
    [
        ({}, [], "name"),
        ({"age": "old"}, [["age"]], "age"),
        ({"toys": [1, "b"]}, [["toys", 0]], "toys"),
        ({"names": {}}, [["names"]], "names"),
        ({"name": {"last": "x"}}, [["name"], ["name", "last"]], "name"),
        ([], [[]], "name"),
    ],
)
def test_what_is_invalid_or_missing_is_not_set(value: Json, invalid: list[list[str | int]], field: str) -> None:
    made = partial(Pet, value, invalid)
    assert not hasattr(made, field)
    assert list(readable(getattr(made, name) for name in [field, "kinds"])) == []


def test_a_check_ends_where_it_reads_nothing() -> None:
    made = partial(Pet, {"names": ["A", {"first": "B"}]}, [["names", 0]])
    assert list(readable(name.first for name in reversed(made.names))) == ["B"]


@pytest.mark.parametrize(
    ("check", "passed"),
    [
        (lambda pet: pet.age == 1, True),
        (lambda pet: pet.age > 1, False),
        (lambda pet: pet.name.first == "A", True),
        (lambda pet: pet.age == 1 and pet.name.first == "A", True),
    ],
    ids=["holds", "does not hold", "is not set", "is not set after one that holds"],
)
def test_a_check_that_reads_what_is_not_set_says_nothing(check: Callable[[Pet], bool], passed: bool) -> None:
    assert kept(check, partial(Pet, {}, [])) == passed


def test_a_mistake_in_a_check_is_no_missing_field() -> None:
    def mistaken() -> Iterator[str]:
        yield "x".nothing  # type: ignore[attr-defined] # the mistake

    with pytest.raises(AttributeError):
        list(readable(mistaken()))
    with pytest.raises(AttributeError):
        kept(lambda _: next(mistaken()) == "x", partial(Pet, {}, []))


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"toys": ["a", "a"]}, ["pet.toys: no two toys alike"]),
        ({"toys": ["a", "a"], "unknown": 1}, ["pet.toys: no two toys alike"]),
        ({"toys": ["a", "a"], "age": "old"}, ["pet.toys: no two toys alike"]),
        ({"toys": ["a", "a"], "name": None}, ["pet.toys: no two toys alike"]),
        ({"age": 12, "toys": ["a"], "weight": True}, ["pet.toys: old pets have no toys"]),
        ({"age": 12, "toys": "a"}, []),
        ({"age": "12", "toys": ["a"]}, []),
        ({"names": [{"first": ""}, {"last": "B"}]}, ["pet.names: all named"]),
        ({"names": [{"last": "B"}, {"first": ""}]}, []),
    ],
)
def test_rules_are_checked_on_the_parts_that_are_valid(fields: dict[str, Json], expected: list[str]) -> None:
    assert rules(**fields) == expected
