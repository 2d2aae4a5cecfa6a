"""The single values of a document, under steps that stay the same if other items of a list come or go."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple, TypeAlias

from function.base.manifest import OBJECTS, SCALARS, Json
from function.base.problems import join

Steps: TypeAlias = tuple[str, ...]


class Leaf(NamedTuple):
    """A value without parts, and its path with positions of list items."""

    path: str
    value: Json


def leaves(document: Json) -> Mapping[Steps, Leaf]:
    """Return the values; items of a list are identified by their names if all have different ones."""
    return dict(_leaves(document, (), ""))


def _leaves(value: Json, steps: Steps, path: str) -> Iterator[tuple[Steps, Leaf]]:
    if isinstance(value, SCALARS) or not value:
        yield steps, Leaf(path, value)
    elif isinstance(value, OBJECTS):
        for key, item in value.items():
            yield from _leaves(item, (*steps, key), join(path, key))
    else:
        for position, (name, item) in enumerate(zip(_names(value), value, strict=True)):
            yield from _leaves(item, (*steps, name), join(path, position))


def _names(items: Sequence[Json]) -> list[str]:
    names = [item.get("name") if isinstance(item, Mapping) else None for item in items]
    known = [name for name in names if isinstance(name, str)]
    if len(set(known)) == len(items):
        return [f"[{name}]" for name in known]
    return [f"[{position}]" for position in range(len(items))]
