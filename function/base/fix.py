"""How a mistake can be corrected in the text of a file, where there is only one right answer."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True)
class Rename:
    """The key gets another name, and the value stays."""

    name: str


@dataclass(frozen=True)
class Quote:
    """The value is a string, exactly as it is written without quotes."""


@dataclass(frozen=True)
class Replace:
    """The value becomes this one, which means the same."""

    value: str | int | float | bool


Fix: TypeAlias = Rename | Quote | Replace


def other_case(given: object, allowed: Iterable[str]) -> Replace | None:
    """Return the only allowed text that differs from what was given in upper and lower case alone."""
    if not isinstance(given, str):
        return None
    alike = {text for text in allowed if text.lower() == given.lower()} - {given}
    return Replace(alike.pop()) if len(alike) == 1 else None
