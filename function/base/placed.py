"""Reads and changes single values of a document, at paths of keys and positions."""

from collections.abc import Mapping, Sequence
from typing import TypeAlias, TypeGuard

from function.base.manifest import OBJECTS, Json, Manifest, is_list

Steps: TypeAlias = Sequence[str | int]


def value_at(value: Json, path: Steps) -> Json:
    """Return the value at a path, or None."""
    for step in path:
        if isinstance(step, str):
            value = value.get(step) if isinstance(value, OBJECTS) else None
        elif _has(value, step):
            value = value[step]
        else:
            return None
    return value


def with_value(document: Mapping[str, Json], path: Steps, new: Json) -> Manifest:
    """Return the document with another value at a path; objects on the way are created.

    Nothing changes if a list on the way has no such item, or if a single value is in the way.
    """
    return _object(_with(document, path, new))


def without_value(document: Mapping[str, Json], path: Steps) -> Manifest:
    """Return the document without the field or list item at a path, if there is one."""
    return _object(_without(document, path))


def _object(value: Json) -> Manifest:
    return dict(value) if isinstance(value, OBJECTS) else {}


def _has(value: Json, position: int) -> TypeGuard[Sequence[Json]]:
    return is_list(value) and position < len(value)


def _with(value: Json, path: Steps, new: Json) -> Json:
    if not path:
        return new
    step, rest = path[0], path[1:]
    if isinstance(step, int):
        return [*value[:step], _with(value[step], rest, new), *value[step + 1 :]] if _has(value, step) else value
    if value is not None and not isinstance(value, OBJECTS):
        return value
    fields: Mapping[str, Json] = value or {}
    return {**fields, step: _with(fields.get(step), rest, new)}


def _without(value: Json, path: Steps) -> Json:
    step, rest = path[0], path[1:]
    if isinstance(step, int):
        kept = [_without(value[step], rest)] if rest and _has(value, step) else []
        return [*value[:step], *kept, *value[step + 1 :]] if _has(value, step) else value
    if not isinstance(value, OBJECTS) or step not in value:
        return value
    if rest:
        return {**value, step: _without(value[step], rest)}
    return {key: item for key, item in value.items() if key != step}
