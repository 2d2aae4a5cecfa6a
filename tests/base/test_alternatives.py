from typing import Annotated, Any, Literal

import pytest
from pydantic import Field

from function.base.alternatives import Alternative, alternatives, fields, keys, members
from function.base.marks import MayHoldSecret, MayReferToSecret
from function.base.model import Spec

SECRET, REFERENCE = MayHoldSecret(), MayReferToSecret()
Marked = Annotated[str, REFERENCE]


class Cat(Spec):
    max_lives: Annotated[int, Field(ge=1), SECRET] = 9
    name: Marked | None = None


@pytest.mark.parametrize(
    ("annotation", "expected"),
    [
        (str, [Alternative(str)]),
        (str | None, [Alternative(str)]),
        (str | int, [Alternative(str), Alternative(int)]),
        (Marked, [Alternative(str, (REFERENCE,))]),
        (Annotated[Marked, SECRET], [Alternative(str, (REFERENCE, SECRET))]),
        (Annotated[Marked | int, SECRET], [Alternative(str, (SECRET, REFERENCE)), Alternative(int, (SECRET,))]),
        (Annotated[Marked | None, SECRET] | bool, [Alternative(str, (SECRET, REFERENCE)), Alternative(bool)]),
        (list[Marked], [Alternative(list[Marked])]),
        (None, [Alternative(None)]),
    ],
    ids=str,
)
def test_unions_and_marks_are_taken_apart(annotation: Any, expected: list[Alternative]) -> None:
    assert alternatives(annotation) == expected


def test_fields_are_spelled_as_users_do() -> None:
    found = fields(Cat)
    assert list(found) == ["maxLives", "name"]
    assert SECRET in found["maxLives"][0].marks
    assert found["name"] == [Alternative(str, (REFERENCE,))]


@pytest.mark.parametrize("annotation", [str, Cat, None, Any, Literal["a"], tuple[str, int], list])
def test_what_holds_nothing_has_no_members(annotation: Any) -> None:
    assert members(Alternative(annotation)) == []
    assert keys(Alternative(annotation)) == []


def test_lists_have_members_and_maps_keys_too() -> None:
    assert members(Alternative(list[Marked])) == [Alternative(str, (REFERENCE,))]
    assert keys(Alternative(list[Marked])) == []
    assert members(Alternative(dict[Marked, int])) == [Alternative(int)]
    assert keys(Alternative(dict[Marked, int])) == [Alternative(str, (REFERENCE,))]


@pytest.mark.parametrize("annotation", [str, list[Cat], dict[str, Cat], Literal["a"], None])
def test_what_is_no_model(annotation: Any) -> None:
    assert Alternative(annotation).model is None
    assert Alternative(Cat).model is Cat
