"""The texts of a spec whose fields have a mark, wherever they are."""

from collections.abc import Callable, Iterator, Mapping
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


def marked_texts(spec: Spec, path: str, mark: type) -> Iterator[MarkedText]:
    """Yield each string in `spec`, or anywhere below it, that is marked."""
    for name, shown in leading(type(spec), _has(mark)):
        value = getattr(spec, name, None)
        if value is not None:
            yield from _texts(value, join(path, shown), shown, mark)


def _texts(value: object, path: str, key: str, mark: type) -> Iterator[MarkedText]:
    """Yield the texts of what leads to marked ones: a string is one."""
    if isinstance(value, Spec):
        yield from marked_texts(value, path, mark)
    elif isinstance(value, Mapping):
        for name, item in value.items():
            yield from _texts(item, join(path, name), name, mark)
    elif isinstance(value, list):
        for position, item in enumerate(value):
            yield from _texts(item, join(path, position), key, mark)
    elif isinstance(value, str):
        yield MarkedText(path, key, value)


@cache
def _has(mark: type) -> Callable[[Alternative], bool]:
    """Return whether an alternative has the mark; the same function for the same mark."""
    return lambda alternative: any(isinstance(candidate, mark) for candidate in alternative.marks)
