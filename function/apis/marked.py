"""The texts of a spec whose fields have a mark, wherever they are."""

from collections.abc import Callable, Iterator, Mapping
from functools import cache

from function.base.alternatives import Alternative
from function.base.leading import leading
from function.base.model import Spec
from function.base.problems import join


def marked_texts(spec: Spec, path: str, mark: type) -> Iterator[tuple[str, str]]:
    """Yield path and text of each string in `spec`, or anywhere below it, that is marked."""
    for name, shown in leading(type(spec), _has(mark)):
        yield from _texts(getattr(spec, name, None), join(path, shown), mark)


def _texts(value: object, path: str, mark: type) -> Iterator[tuple[str, str]]:
    """Yield the texts of what leads to marked ones: a string is one."""
    if isinstance(value, Spec):
        yield from marked_texts(value, path, mark)
    elif isinstance(value, Mapping):
        for key, item in value.items():
            yield from _texts(item, join(path, key), mark)
    elif isinstance(value, list):
        for position, item in enumerate(value):
            yield from _texts(item, join(path, position), mark)
    elif isinstance(value, str):
        yield path, value


@cache
def _has(mark: type) -> Callable[[Alternative], bool]:
    """Return whether an alternative has the mark; the same function for the same mark."""
    return lambda alternative: any(isinstance(candidate, mark) for candidate in alternative.marks)
