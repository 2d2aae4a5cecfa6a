"""Lines of a shell that a person copies, in which any text stays one word."""

from dataclasses import dataclass
from shlex import quote
from typing import NewType

from function.base.printable import printable

Line = NewType("Line", str)
"""A line that is made of quoted words. Texts of users come in only through `command` and `comment`."""


@dataclass(frozen=True)
class Expression:
    """A part of a line that the shell evaluates, such as "$NAME"; never a text of a user."""

    text: str


def variable(name: str) -> Expression:
    """Return the value of a variable as one word."""
    return Expression(f'"${name}"')


def command(*words: str | Expression) -> Line:
    """Return a command."""
    return Line(" ".join(word.text if isinstance(word, Expression) else quote(printable(word)) for word in words))


def comment(text: str) -> Line:
    """Return a comment."""
    return Line(f"# {printable(text)}")
