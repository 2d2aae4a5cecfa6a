"""Problems of an input, as values that the shells print, return or turn into conditions."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from function.base.fix import Fix
from function.base.printable import printable

Severity = Literal["error", "warning"]
_LONG_NUMBER = 10**60
_LONGEST_PATH = 1000
"""Characters. Whatever is below a key of a megabyte would otherwise repeat that key."""


class Place(NamedTuple):
    """What a problem points at in a file: the value at a path, or its key."""

    path: str
    key: bool = False


@dataclass(frozen=True, kw_only=True)
class Problem:
    """One problem: `path` as the user wrote it (`spec.env[2].name`), and a `message` in the form of `describe`.

    `place` is set if it is more precise than `path`. `expected` and `suggestion` repeat parts of the message for tools.
    `setting` is the field of PlatformConfig that can resolve the problem, and `fix` how to correct the text. No field
    may contain a secret value. Only `str()` is safe to print, because a path contains the user's own keys.
    """

    path: str
    message: str
    code: str
    severity: Severity = "error"
    value: str | None = field(default=None, compare=False)
    expected: str | None = field(default=None, compare=False)
    suggestion: str | None = field(default=None, compare=False)
    setting: str | None = field(default=None, compare=False)
    place: Place | None = field(default=None, compare=False)
    fix: Fix | None = field(default=None, compare=False)

    def __str__(self) -> str:
        return printable(f"{self.path}: {self.message}" if self.path else self.message)


def describe(problem: str, *, got: str = "", hint: str = "") -> str:
    """Return a message in the form that all messages share: `problem; got X. Hint: what to do`."""
    return problem + (f"; got {got}" if got else "") + (f". Hint: {hint}" if hint else "")


def join(parent: str, *steps: str | int) -> str:
    """Return the path below `parent`: names after a dot, list positions in brackets; truncated if it is very long."""
    path = parent
    for step in steps:
        path += f"[{step}]" if isinstance(step, int) else f".{step}" if path else step
    return path if len(path) <= _LONGEST_PATH else f"{path[:_LONGEST_PATH]}…"


def errors(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Return the problems of severity error, sorted by path and without duplicates."""
    return _ordered(problem for problem in problems if problem.severity == "error")


def warnings(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Return the problems of severity warning, sorted by path and without duplicates."""
    return _ordered(problem for problem in problems if problem.severity == "warning")


def _ordered(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Return the problems sorted by path, with numbers compared as numbers: the tenth item comes after the second."""
    found = set(problems)
    if len(found) < 2:  # nearly always
        return tuple(found)
    return tuple(sorted(found, key=lambda problem: (_natural(problem.path), problem.message)))


def _natural(path: str) -> list[tuple[int, str]]:
    """Return a sort key that compares runs of digits by their value: shorter runs are smaller."""
    return [(len(part) if part.isdigit() else 0, part) for part in re.split("([0-9]+)", path)]


def shown(value: object) -> str:
    """Return a short literal for a rejected value: strings quoted, long ones truncated, never a whole structure.

    A possible secret is cut off: anything after the first = (a misplaced NAME=value), a password before an @, a
    private key.
    """
    if isinstance(value, str) and (secret := _secret_after(value)):
        return repr(value[: secret - 1][:60] + value[secret - 1] + "…")
    if isinstance(value, str):
        return repr(value) if len(value) <= 60 else f"{value[:57]!r}…"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        # Python refuses to spell out thousands of digits
        long = isinstance(value, int) and abs(value) >= _LONG_NUMBER
        return "a number of more than 60 digits" if long else str(value)
    if value is None:
        return "null"
    return "a list" if isinstance(value, list | tuple) else "an object"


def _secret_after(text: str) -> int:
    """Return how many characters of a string may be shown, or 0 for all of them."""
    at = text.rfind("@")
    password = text.find(":", 0, max(at, 0)) if not text.startswith("@sha256:", at) else -1
    ends = [position + 1 for position in (text.find("="), password, text.find("PRIVATE KEY")) if position >= 0]
    return min(ends, default=0)
