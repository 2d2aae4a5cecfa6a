"""What a case expected and did not get."""

from collections.abc import Sequence
from typing import NamedTuple, TypeAlias

from function.base.manifest import Json
from function.base.problems import describe

Place: TypeAlias = tuple[str | int, ...]
"""The steps to a value in a suite."""


class Edit(NamedTuple):
    """A value that `--update` writes, and where."""

    place: Place
    value: Json


class Failure(NamedTuple):
    """A message about a place in a suite; `edit` is what makes the case succeed, if a value is all that differs."""

    place: Place
    message: str
    code: str = "EP610"
    expected: str | None = None
    got: str | None = None
    edit: Edit | None = None


def differs(
    place: Place, about: str, expected: str, got: str, *, edit: Json = None, where: Sequence[str | int] | None = None
) -> Failure:
    """Return the failure of a value that is another one; `edit` is the right one, at the place or at `where`."""
    change = None if edit is None else Edit(place if where is None else tuple(where), edit)
    return Failure(place, describe(f"{about}: expected {expected}", got=got), expected=expected, got=got, edit=change)
