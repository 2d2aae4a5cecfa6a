"""The valid parts of an invalid document, so that its other mistakes are reported at the same time.

A field that is missing or invalid is not set. A check that reads it therefore ends, and says nothing about it.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, TypeAlias, TypeVar, cast

from function.base.alternatives import Alternative, fields, members
from function.base.int_or_string import IntOrString
from function.base.manifest import Json
from function.base.model import Spec
from function.base.model_paths import may_be

S = TypeVar("S", bound=Spec)
T = TypeVar("T")

Invalid: TypeAlias = dict[str | int, Any]
"""Which values are invalid: None for a whole value, else the same for what is in it."""

_NOT_SET = object()


class Unparsed(Spec):
    """Stands for an object in a list or map of which nothing is valid."""


def partial(model: type[S], value: Json, invalid: Iterable[Sequence[str | int]]) -> S:
    """Return the valid parts of `value`, none of whose `invalid` paths lead to a part."""
    where = _tree(invalid)
    if where is None or not isinstance(value, Mapping):
        return _object(model, {}, {})
    return _object(model, value, where)


def kept(check: Callable[[Any], bool], value: Spec) -> bool:
    """Return whether a check is passed; one that reads a field that is not set says nothing."""
    try:
        return check(value)
    except AttributeError as error:
        if not _not_set(error):
            raise
        return True


def readable(checks: Iterator[T]) -> Iterator[T]:
    """Yield what checks find until they read a field that is not set."""
    try:
        yield from checks
    except AttributeError as error:
        if not _not_set(error):
            raise


def _not_set(error: AttributeError) -> bool:
    if isinstance(error.obj, Unparsed):
        return True
    return isinstance(error.obj, Spec) and error.name in type(error.obj).model_fields


def _tree(paths: Iterable[Sequence[str | int]]) -> Invalid | None:
    tree: Invalid = {}
    for path in paths:
        if not path:
            return None
        below: Invalid | None = tree
        for step in path[:-1]:
            below = below.setdefault(step, {}) if below is not None else None
        if below is not None:
            below[path[-1]] = None
    return tree


def _object(model: type[S], value: Mapping[str, Json], invalid: Invalid) -> S:
    given = {name for name, info in model.model_fields.items() if (info.alias or name) in value}
    made = cast("S", model.model_construct(given))  # pydantic's plug-in for mypy says Spec
    allowed = fields(model)
    for name, info in model.model_fields.items():
        key = info.alias or name
        if key in value:
            found = _value(allowed[key], value[key], invalid.get(key, {}))
            made.__dict__.pop(name, None)
            if found is not _NOT_SET:
                made.__dict__[name] = found
    return made


def _value(candidates: Sequence[Alternative], value: Json, invalid: Invalid | None) -> object:
    """Return the value, a model for an object, or that it is not set."""
    if invalid is None:
        return _NOT_SET
    if isinstance(value, Mapping):
        return _mapping(candidates, value, invalid)
    if isinstance(value, list):
        items = [_item(candidates, item, invalid.get(at, {})) for at, item in enumerate(value)]
        return _NOT_SET if _NOT_SET in items else items
    as_text = any(isinstance(mark, IntOrString) for candidate in candidates for mark in candidate.marks)
    return str(value) if as_text else value


def _mapping(candidates: Sequence[Alternative], value: Mapping[str, Json], invalid: Invalid) -> object:
    models = [found.model for found in candidates if found.model and may_be(found, value)]
    if models:
        return _object(models[0], value, invalid) if len(models) == 1 else _NOT_SET
    found = {key: _item(candidates, item, invalid.get(key, {})) for key, item in value.items()}
    return {key: item for key, item in found.items() if item is not _NOT_SET}


def _item(candidates: Sequence[Alternative], value: Json, invalid: Invalid | None) -> object:
    """Return an item of a list or map; the place of an object is kept, so that the others keep their positions."""
    inside = [below for candidate in candidates for below in members(candidate)]
    found = _value(inside, value, invalid)
    return Unparsed() if found is _NOT_SET and any(below.model for below in inside) else found
