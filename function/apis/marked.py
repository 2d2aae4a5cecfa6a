"""The texts of a spec whose fields have a mark, wherever they are."""

from collections.abc import Callable
from functools import cache
from typing import NamedTuple

from function.base.alternatives import Alternative
from function.base.leading import leading
from function.base.model import Spec
from function.base.problems import join


class MarkedText(NamedTuple):
    """A text of a spec: where it is, the name of its field or its key in a map, and what it says."""

    path: str
    key: str
    text: str


def marked_texts(spec: Spec, path: str, mark: type) -> list[MarkedText]:
    """Return each string in `spec`, or anywhere below it, that is marked."""
    found: list[MarkedText] = []
    _collect(spec, path, "", _has(mark), found)
    return found


def _collect(value: object, path: str, key: str, has: Callable[[Alternative], bool], found: list[MarkedText]) -> None:
    """Add the texts of what leads to marked ones: a string is one. The order of the checks is that of their cost."""
    if isinstance(value, str):
        found.append(MarkedText(path, key, value))
    elif isinstance(value, list):
        for position, item in enumerate(value):
            _collect(item, join(path, position), key, has, found)
    elif isinstance(value, dict):
        for name, item in value.items():
            _collect(item, join(path, name), name, has, found)
    elif isinstance(value, Spec):
        for name, shown in leading(type(value), has):
            below = getattr(value, name, None)
            if below or below == "":
                _collect(below, join(path, shown), shown, has, found)


@cache
def _has(mark: type) -> Callable[[Alternative], bool]:
    """Return whether an alternative has the mark; the same function for the same mark."""
    return lambda alternative: any(isinstance(candidate, mark) for candidate in alternative.marks)
