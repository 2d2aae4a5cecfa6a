"""Lines of a shell that a person copies, in which any text stays one word."""

from dataclasses import dataclass
from functools import lru_cache
from shlex import quote
from typing import NewType

from function.base.printable import printable

Line = NewType("Line", str)
"""A line that is made of quoted words. Texts of users come in only through `command` and `comment`."""
_KEPT = 64
"""Characters of the longest word that is quoted once and then kept: most words are the same in every command."""


@dataclass(frozen=True)
class Expression:
    """A part of a line that the shell evaluates, such as "$NAME"; never a text of a user."""

    text: str


def variable(name: str) -> Expression:
    """Return the value of a variable as one word."""
    return Expression(f'"${name}"')


def command(*words: str | Expression) -> Line:
    """Return a command."""
    return Line(" ".join([word.text if isinstance(word, Expression) else _quoted(word) for word in words]))


def _quoted(word: str) -> str:
    return _quoted_once(word) if len(word) <= _KEPT else quote(printable(word))


@lru_cache(maxsize=1024)
def _quoted_once(word: str) -> str:
    return quote(printable(word))


def comment(text: str) -> Line:
    """Return a comment."""
    return Line(f"# {printable(text)}")
