"""Texts of a compose file, in which a dollar sign begins a variable."""

import re
from collections.abc import Iterable, Mapping

from function.base.variables import INSERTED_MAX, TOO_LONG

_REFERENCE = re.compile(r"\$\$|\$\(([-._a-zA-Z][-._a-zA-Z0-9]*)\)")
"""What Kubernetes reads in the texts of a container: an escaped dollar sign, or a variable."""


class ExpansionError(Exception):
    """Variables stand for too much text: each of a few lines could double what the one above it has."""

    def __init__(self, place: str) -> None:
        super().__init__(f"{place}: {TOO_LONG}")


def escaped(text: str) -> str:
    """Return a text that compose reads as it is."""
    return text.replace("$", "$$")


def inserted(texts: Iterable[str], known: Mapping[str, str]) -> int:
    """Return the number of characters that variables stand for in texts of a container."""
    return sum(len(known.get(match[1], "")) for text in texts for match in _REFERENCE.finditer(text))


def bounded(number: int, place: str) -> int:
    """Return a number of inserted characters; raises ExpansionError if they are too many."""
    if number > INSERTED_MAX:
        raise ExpansionError(place)
    return number


def expanded(text: str, known: Mapping[str, str]) -> str:
    """Return a text of a container for compose; `known` are variables, already as compose reads them.

    A reference to any other variable stays, as in Kubernetes. Look at `inserted` first: the text may be of any length.
    """
    parts: list[str] = []
    at = 0
    for match in _REFERENCE.finditer(text):
        parts.append(escaped(text[at : match.start()]))
        parts.append("$$" if match[1] is None else known.get(match[1], escaped(match[0])))
        at = match.end()
    return "".join([*parts, escaped(text[at:])])
