from typing import Annotated, Literal

import pytest
from pydantic import Field, StringConstraints

from function.base.discovery import tagged_union
from function.base.habit import Habit
from function.base.manifest import Json
from function.base.marks import MayHoldSecret
from function.base.model import Spec
from function.base.types import FreeText, UserId
from function.base.validation import parse


class Cat(Spec):
    type: Literal["cat"]
    lives: Annotated[int, Field(gt=0, lt=10)] = 9


class Chip(Spec):
    number: int = 1


class Dog(Spec):
    type: Literal["dog"]
    tricks: Annotated[list[str], Field(min_length=1, max_length=2)] = ["sit"]
    dog: Chip = Chip()


NAME = Habit("name", hint="a name is enough", covers="code")


class Pet(Spec):
    habits = {"ears": Habit("collar.color"), "tail": Habit(hint="no pet shows its tail"), "called": NAME}
    name: Annotated[str, StringConstraints(min_length=1, max_length=8)] = "Mau"
    code: Annotated[str, StringConstraints(pattern="^[A-Z]+$")] = "M"
    owner: UserId = 1
    chipped: bool = False
    weight: float = 4.0
    value: Annotated[FreeText, MayHoldSecret()] = ""
    labels: dict[str, str] = {}
    kinds: list[tagged_union({"cat": Cat, "dog": Dog})] = []  # type: ignore[valid-type] # built at run time
    color: Literal["black", "white"] | None = None


def said(value: Json) -> list[str]:
    return sorted(str(problem) for problem in parse(Pet, value, "spec")[1])


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ({"kinds": [{"type": "cat", "lives": 0}]}, "spec.kinds[0].lives: must be greater than 0; got 0"),
        ({"kinds": [{"type": "cat", "lives": 10}]}, "spec.kinds[0].lives: must be less than 10; got 10"),
        ({"kinds": [{"type": "dog", "tricks": []}]}, "spec.kinds[0].tricks: must have at least 1 item(s)"),
        ({"kinds": [{"type": "dog", "tricks": ["a"] * 3}]}, "spec.kinds[0].tricks: must have at most 2 items"),
        (
            {"kinds": [{"type": "dog", "dog": {}, "tricks": []}]},
            "spec.kinds[0].tricks: must have at least 1 item(s)",
        ),
        (
            {"kinds": [{"type": "dog", "dog": {"number": "1"}}]},
            "spec.kinds[0].dog.number: must be an integer; got '1'. Hint: remove the quotes",
        ),
        ({"kinds": [{"type": "cow"}]}, "spec.kinds[0].type: must be one of [cat, dog], got 'cow'"),
        ({"kinds": [{"type": {"cow": 1}}]}, "spec.kinds[0].type: must be one of [cat, dog], got an object"),
        ({"kinds": [{"type": ["cow"]}]}, "spec.kinds[0].type: must be one of [cat, dog], got a list"),
        ({"kinds": [{"type": 7}]}, "spec.kinds[0].type: must be one of [cat, dog], got 7"),
        ({"kinds": [{"type": True}]}, "spec.kinds[0].type: must be one of [cat, dog], got true"),
        ({"kinds": [{"lives": 1}]}, "spec.kinds[0].type: required field missing"),
        ({"kinds": ["cat"]}, "spec.kinds[0]: must be an object; got a string. Hint: write - type: cat"),
        ({"kinds": [{"type": "cat", "live": 1}]}, "spec.kinds[0].live: unknown field; did you mean 'lives'?"),
        ({"kinds": [{"type": "dog", "trick": 1}]}, "spec.kinds[0].trick: unknown field; did you mean 'tricks'?"),
        ({"name": ""}, "spec.name: must be at least 1 character(s) long"),
        ({"name": "Mauritius"}, "spec.name: must be at most 8 characters long"),
        (
            {"name": 7},
            "spec.name: must be a string; got 7. Hint: put the value in quotes, or YAML reads it as another type",
        ),
        (
            {"name": True},
            "spec.name: must be a string; got true. Hint: put the value in quotes, or YAML reads it as another type",
        ),
        ({"name": ["Mau"]}, "spec.name: must be a string; got a list"),
        ({"code": "m"}, "spec.code: must be a string that matches ^[A-Z]+$; got 'm'"),
        ({"owner": 0}, "spec.owner: must be at least 1; got 0"),
        ({"owner": 2**31}, "spec.owner: must be at most 2147483647; got 2147483648"),
        ({"owner": "1000"}, "spec.owner: must be an integer; got '1000'. Hint: remove the quotes"),
        ({"owner": 1.5}, "spec.owner: must be an integer; got 1.5"),
        (
            {"owner": "9" * 5000},
            f"spec.owner: must be an integer; got '{'9' * 57}'…. Hint: use a number with at most 19 digits",
        ),
        (
            {"owner": "9" * 20},
            f"spec.owner: must be an integer; got '{'9' * 20}'. Hint: use a number with at most 19 digits",
        ),
        ({"owner": "9" * 19}, f"spec.owner: must be an integer; got '{'9' * 19}'. Hint: remove the quotes"),
        ({"owner": 10**70}, "spec.owner: must be at most 2147483647; got a number of more than 60 digits"),
        ({"chipped": "yes"}, "spec.chipped: must be true or false; got 'yes'. Hint: remove the quotes"),
        ({"chipped": 1}, "spec.chipped: must be true or false; got 1"),
        ({"weight": "4"}, "spec.weight: must be a number; got '4'. Hint: remove the quotes"),
        ({"labels": []}, 'spec.labels: must be an object; got a list. Hint: write labels: {"…": "…"}'),
        ({"labels": "a=b"}, 'spec.labels: must be an object; got a string. Hint: write labels: {"…": "…"}'),
        (
            {"labels": {"a": 1}},
            "spec.labels.a: must be a string; got 1. Hint: put the value in quotes, or YAML reads it as another type",
        ),
        ({"kinds": {}}, "spec.kinds: must be a list; got an object. Hint: write kinds: [{type: cat}]"),
        ({"color": "red"}, "spec.color: must be one of [black, white], got 'red'"),
        ({"color": "Black"}, "spec.color: must be one of [black, white], got 'Black'"),
        ({"nmae": "Mau"}, "spec.nmae: unknown field; did you mean 'name'?"),
        ({"ears": 2}, "spec.ears: unknown field; did you mean 'collar.color'?"),
        ({"tail": 2}, "spec.tail: unknown field. Hint: no pet shows its tail"),
        ({"called": "Mau"}, "spec.called: unknown field; did you mean 'name'? Hint: a name is enough"),
        (
            {"xyz": 1},
            (
                "spec.xyz: unknown field. Hint: valid fields are "
                "chipped, code, color, kinds, labels, name, owner, value, weight"
            ),
        ),
    ],
)
def test_the_words_of_each_error(value: Json, expected: str) -> None:
    assert said(value) == [expected]


@pytest.mark.parametrize("value", ["CANARY" * 999, ["CANARY"], {"CANARY": 1}, {"a": "CANARY"}])
def test_a_value_that_may_be_a_secret_is_never_repeated(value: Json) -> None:
    problems = parse(Pet, {"value": value}, "spec")[1]
    assert len(problems) == 1
    assert "CANARY" not in repr(problems)


def test_a_hidden_number_still_gets_its_advice() -> None:
    assert said({"value": 8080}) == [
        "spec.value: must be a string. Hint: put the value in quotes, or YAML reads it as another type"
    ]


def test_machines_get_what_was_expected_and_suggested() -> None:
    (choice,) = parse(Pet, {"color": "red"}, "spec")[1]
    assert (choice.code, choice.value, choice.expected) == ("EP104", "'red'", "black, white")
    (unknown,) = parse(Pet, {"nmae": 1}, "spec")[1]
    assert (unknown.code, unknown.suggestion) == ("EP102", "name")


def test_nothing_is_known_below_a_map() -> None:
    assert said({"labels": {"a": {"b": "c"}}}) == ["spec.labels.a: must be a string; got an object"]
