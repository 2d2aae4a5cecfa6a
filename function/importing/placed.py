"""Changes single values of an object."""

from collections.abc import Mapping, Sequence

from function.base.manifest import Json, Manifest

Steps = Sequence[str | int]


def changed(value: Manifest, path: Steps, new: Json) -> Manifest:
    """Return the object with another value at a path of keys and positions, or without it for None.

    Nothing changes if a step before the last one is missing.
    """
    found = _changed(value, path, new)
    return dict(found) if isinstance(found, Mapping) else value


def value_at(value: Json, path: Steps) -> Json:
    """Return the value at a path, or None."""
    for step in path:
        if isinstance(step, str):
            value = value.get(step) if isinstance(value, Mapping) else None
        elif isinstance(value, Sequence) and not isinstance(value, str) and step < len(value):
            value = value[step]
        else:
            return None
    return value


def _changed(value: Json, path: Steps, new: Json) -> Json:
    first, *rest = path
    if isinstance(first, str) and isinstance(value, Mapping):
        if rest:
            return {**value, first: _changed(value[first], rest, new)} if first in value else value
        return {key: item for key, item in {**value, first: new}.items() if key != first or item is not None}
    if isinstance(first, int) and isinstance(value, Sequence) and not isinstance(value, str) and first < len(value):
        inner = [_changed(value[first], rest, new)] if rest else [] if new is None else [new]
        return [*value[:first], *inner, *value[first + 1 :]]
    return value
