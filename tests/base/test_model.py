import pytest
from pydantic import ValidationError

from function.base.model import Spec


class Cache(Spec):
    """A cache."""

    max_entries: int = 10
    evict: bool = False
    names: list[str] = []


class Flag(Spec):
    """A flag."""

    on: bool


def test_the_wire_spelling_is_camel_case() -> None:
    assert Cache.model_validate({"maxEntries": 5}).max_entries == 5


@pytest.mark.parametrize(
    ("value", "reason"),
    [
        ({"max_entries": 5}, "the spelling of Python"),
        ({"maxEntries": "5"}, "text for a number"),
        ({"maxEntries": 5.0}, "a float for a whole number"),
        ({"maxEntries": True}, "a boolean for a number"),
        ({"evict": 1}, "a number for a boolean"),
        ({"evict": "true"}, "text for a boolean"),
        ({"names": ("a",)}, "a tuple for a list"),
        ({"names": "a"}, "text for a list"),
        ({"size": 5}, "an unknown field"),
        ([], "no object"),
    ],
)
def test_nothing_is_converted_and_nothing_ignored(value: object, reason: str) -> None:
    with pytest.raises(ValidationError):
        pytest.fail(f"{reason}: {Cache.model_validate(value)}")


def test_objects_are_equal_if_their_fields_are() -> None:
    assert Cache(maxEntries=5) == Cache(maxEntries=5)
    assert Cache(maxEntries=5) != Cache(maxEntries=6)
    assert Cache() != object()


def test_equal_objects_have_one_hash() -> None:
    assert hash(Flag(on=True)) == hash(Flag(on=True))
    assert hash(Flag(on=True)) != hash(Flag(on=False))
