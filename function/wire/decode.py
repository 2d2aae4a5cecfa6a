"""Objects are decoded level by level, where something in them is read.

Most of a request is never read: managed fields, the status of others, resources of other steps. Decoding it would be
most of the cost of a call, and a mistake in it is nobody's mistake. Keys are sorted, because their order on the wire is
random. Time and memory grow with the size of the bytes, whatever is in them.
"""

from collections.abc import Iterator, Sequence
from typing import Any

from function.base.manifest import Json, Manifest
from function.base.undecoded import Undecoded
from function.wire.level import (
    CONTAINERS,
    LIST,
    MAX_DEPTH,
    OBJECT,
    Part,
    Place,
    fields,
    items,
    not_finite,
    other,
    read,
    too_deep,
)


class LazyObject(Undecoded):
    """An object as bytes or as a parsed Struct; the objects in it, also those in its lists, are lazy as well."""

    __slots__ = ("_depth", "_fields", "_held", "_known", "_place")

    def __init__(self, held: Any, place: Place = "", depth: int = 1) -> None:
        self._held = held
        self._place = place
        self._depth = depth
        self._fields: Any = None if isinstance(held, bytes) else held.fields
        self._known: dict[str, Json] = {}

    def get(self, key: str, default: Any = None) -> Any:
        """Return the value of a key, which is decoded once."""
        known = self._known
        if key in known:
            return known[key]
        level = self._fields
        if level is None:
            level = self._fields = fields(self._held, self._place, self._depth)
        if key not in level:
            return default
        held = level[key]
        value = held.string_value or other(held)
        if type(value) is tuple:
            value = _lazy(value, (self._place, key), self._depth)
        known[key] = value
        return value

    def __getitem__(self, key: str) -> Json:
        if key not in self._level():
            raise KeyError(key)
        value: Json = self.get(key)
        return value

    def __contains__(self, key: object) -> bool:
        return isinstance(key, str) and key in self._level()

    def __iter__(self) -> Iterator[str]:
        return iter(sorted(self._level()))

    def __len__(self) -> int:
        return len(self._level())

    def mentions(self, text: str) -> bool:
        """Return whether the text occurs anywhere in the object, without decoding it."""
        held = self._held
        return text.encode() in (held if isinstance(held, bytes) else held.SerializeToString())

    def whole(self) -> Manifest:
        """Return the object with all that is in it."""
        found: Manifest = _whole((OBJECT, self._held), self._place, self._depth)
        return found

    def _level(self) -> Any:
        if self._fields is None:
            self._fields = fields(self._held, self._place, self._depth)
        return self._fields


def decode(data: bytes, path: str = "") -> Manifest:
    """Return the whole object that `data` holds; raises UndecodableError with the place below `path`."""
    return LazyObject(data, path).whole()


def whole(value: Json) -> Json:
    """Return a value of a lazy object with all that is in it."""
    if isinstance(value, list):
        return [whole(item) for item in value]
    return value.whole() if type(value) is LazyObject else value  # an instance check of a Mapping is slow


def _lazy(held: Part, place: Place, depth: int) -> Json:
    """Return the object or list in a container at `depth`."""
    kind, content = held
    if kind not in CONTAINERS:
        raise not_finite(content, place)
    if depth == MAX_DEPTH:
        raise too_deep(place)
    if kind == OBJECT:
        return LazyObject(content, place, depth + 1)
    values = [item.string_value or other(item) for item in items(content, place)]
    for position, value in enumerate(values):
        if type(value) is tuple:
            values[position] = _in_list(value, (place, position), depth + 1)
    return values


def _in_list(held: Part, place: Place, depth: int) -> Json:
    """Return the object or list in a list at `depth`; a list in a list is decoded with all that is in it."""
    found: Json = _whole(held, place, depth + 1) if held[0] == LIST else _lazy(held, place, depth)
    return found


def _whole(container: Part, place: Place, depth: int) -> Any:
    """Return an object or list at `depth`.

    Its bytes are dropped before what is below is decoded, or a deep one would be kept at every level.
    """
    kind, content = container
    if depth > MAX_DEPTH:
        raise too_deep(place)
    held: Any = fields(content, place, depth) if kind == OBJECT else items(content, place)
    keys: Sequence[Any] = sorted(held) if kind == OBJECT else range(len(held))
    values = [read(held[key]) for key in keys]
    places = [position for position, value in enumerate(values) if type(value) is tuple]
    parts = [values[position] for position in reversed(places)]
    for position in places:
        values[position] = None
    del container, content, held
    for position in places:
        below = (place, keys[position])
        if parts[-1][0] not in CONTAINERS:
            raise not_finite(parts[-1][1], below)
        values[position] = _whole(parts.pop(), below, depth + 1)
    return dict(zip(keys, values, strict=True)) if kind == OBJECT else values
