"""Variables in texts of a binding: `${NAME}` and `${NAME:-default}`."""

import re
from collections.abc import Callable
from typing import NamedTuple

_VARIABLE = re.compile(r"\$\{([A-Za-z_][A-Za-z0-9_]*)(?::-((?:(?!\$\{)[^}])*))?\}")
_START = "${"


class Variable(NamedTuple):
    """A variable and its default, which applies if the variable is not set or is empty."""

    name: str
    default: str | None


def variables_in(text: str) -> list[Variable]:
    """Return the variables in the order of the text."""
    return [Variable(found[1], found[2]) for found in _VARIABLE.finditer(text)]


def is_malformed(text: str) -> bool:
    """Return whether the text contains `${` that does not begin a variable."""
    return _START in _VARIABLE.sub("", text)


def substitute(text: str, value: Callable[[Variable], str]) -> str:
    """Return the text with the value of each variable. Values are not searched for further variables."""
    return _VARIABLE.sub(lambda found: value(Variable(found[1], found[2])), text)
