"""The texts of a spec whose fields have a mark, wherever they are."""

from collections.abc import Iterator, Mapping
from functools import cache

from function.base.alternatives import Alternative, alternatives, members
from function.base.model import Spec
from function.base.problems import join


def marked_texts(spec: Spec, path: str, mark: type) -> Iterator[tuple[str, str]]:
    """Yield path and text of each string in `spec`, or anywhere below it, that is marked."""
    yield from _texts(spec, path, mark, marked=False)


def _texts(value: object, path: str, mark: type, *, marked: bool) -> Iterator[tuple[str, str]]:
    if isinstance(value, Spec):
        fields = _fields(type(value), mark)
        for name, info in type(value).model_fields.items():
            yield from _texts(getattr(value, name, None), join(path, info.alias or name), mark, marked=name in fields)
    elif isinstance(value, Mapping):
        for key, item in value.items():
            yield from _texts(item, join(path, key), mark, marked=marked)
    elif isinstance(value, list):
        for position, item in enumerate(value):
            yield from _texts(item, join(path, position), mark, marked=marked)
    elif marked and isinstance(value, str):
        yield path, value


@cache
def _fields(model: type[Spec], mark: type) -> frozenset[str]:
    """Return the fields that hold a marked string, or a list or map of marked strings."""
    return frozenset(
        name
        for name, info in model.model_fields.items()
        if any(_has(alternative, mark) for alternative in alternatives(info.annotation, tuple(info.metadata)))
    )


def _has(alternative: Alternative, mark: type) -> bool:
    found = any(isinstance(candidate, mark) for candidate in alternative.marks)
    return found or any(_has(member, mark) for member in members(alternative))
