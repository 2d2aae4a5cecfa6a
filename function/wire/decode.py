"""From the bytes of a google.protobuf.Struct to plain values: whole numbers become int, keys are sorted.

Time and memory grow with the size of the bytes, whatever is in them: a mistake is located once, and what is too deep
for the parser is taken apart level by level, without keeping the levels above.
"""

import math
from collections.abc import Iterator
from typing import Any, NamedTuple

from google.protobuf import struct_pb2
from google.protobuf.message import DecodeError

from function.base.manifest import Json, Manifest
from function.base.problems import describe, join
from function.wire.opaque import messages

MAX_DEPTH = 100
"""Maximum levels of objects and lists, as for YAML files."""

_EXACT = 2**53
_SHOWN = 80
_SHALLOW = messages(
    struct_pb2.DESCRIPTOR,
    {"google.protobuf.Struct", "google.protobuf.ListValue", "google.protobuf.Value"},
)


class UndecodableError(ValueError):
    """Bytes that hold no JSON object; `path` is where, cut where it is long."""

    def __init__(self, path: str, message: str) -> None:
        self.path = path if len(path) <= _SHOWN else f"{path[:_SHOWN]}…"
        self.message = message
        super().__init__(f"{self.path}: {message}" if path else message)


class _NotPlainError(ValueError):
    """Something in a parsed message that is no JSON value or too deep; where it is, is found in a second look."""


class _Level(NamedTuple):
    """An object or list that was taken apart: keys and bytes of what is still to be decoded, in reverse order."""

    container: Any
    keys: list[str] | list[int]
    values: list[bytes]
    path: str
    depth: int


def decode(data: bytes, path: str = "") -> Manifest:
    """Return the object that `data` holds; raises UndecodableError with the place below `path`."""
    try:
        struct = struct_pb2.Struct.FromString(data)
    except DecodeError:
        return _by_level(data, path)
    try:
        return _object(struct, 1)
    except _NotPlainError:
        raise _located(struct_pb2.Value(struct_value=struct), path, 0) from None


def _object(struct: struct_pb2.Struct, depth: int) -> Manifest:
    if depth > MAX_DEPTH:
        raise _NotPlainError
    fields = struct.fields
    return {key: _plain(fields[key], depth) for key in sorted(fields)}


def _plain(value: struct_pb2.Value, depth: int) -> Json:
    """Return the plain value of what lies in a container at `depth`."""
    match value.WhichOneof("kind"):
        case "string_value":
            return value.string_value
        case "struct_value":
            return _object(value.struct_value, depth + 1)
        case "number_value":
            return _number(value.number_value)
        case "bool_value":
            return value.bool_value
        case "list_value":
            if depth == MAX_DEPTH:
                raise _NotPlainError
            return [_plain(item, depth + 1) for item in value.list_value.values]
        case _:
            return None


def _number(number: float) -> int | float:
    if not math.isfinite(number):
        raise _NotPlainError
    return int(number) if number.is_integer() and abs(number) <= _EXACT else number


def _located(value: struct_pb2.Value, path: str, depth: int) -> UndecodableError:
    """Return the error for the first mistake below a parsed value that has one."""
    return next(_mistakes(value, path, depth))


def _mistakes(value: struct_pb2.Value, path: str, depth: int) -> Iterator[UndecodableError]:
    kind = value.WhichOneof("kind")
    if kind == "number_value" and not math.isfinite(value.number_value):
        yield UndecodableError(path, describe("must be a finite number", got=str(value.number_value)))
    elif kind in ("struct_value", "list_value") and depth == MAX_DEPTH:
        yield _too_deep(path)
    elif kind == "struct_value":
        for key in sorted(value.struct_value.fields):
            yield from _mistakes(value.struct_value.fields[key], join(path, key), depth + 1)
    elif kind == "list_value":
        for position, item in enumerate(value.list_value.values):
            yield from _mistakes(item, join(path, position), depth + 1)


def _by_level(data: bytes, path: str) -> Manifest:
    """Return the object in bytes that are too deep for the parser; what it can parse further down is left to it."""
    root: Manifest = {}
    levels = [_object_level(data, path, 1, root)]
    while levels:
        level = levels[-1]
        if not level.values:
            levels.pop()
            continue
        key, part = level.keys.pop(), level.values.pop()
        here = join(level.path, key)
        try:
            value = struct_pb2.Value.FromString(part)
        except DecodeError:
            levels.append(_level(part, here, level, key))
            continue
        try:
            level.container[key] = _plain(value, level.depth)
        except _NotPlainError:
            raise _located(value, here, level.depth) from None
    return root


def _level(data: bytes, path: str, parent: _Level, key: str | int) -> _Level:
    """Return the object or list in `data`, which is put into its parent."""
    value = _shallow("Value", data, path)
    if parent.depth == MAX_DEPTH:
        raise _too_deep(path)
    if value.WhichOneof("kind") == "struct_value":
        parent.container[key] = found = dict[str, Json]()
        return _object_level(value.struct_value, path, parent.depth + 1, found)
    items = list(_shallow("ListValue", value.list_value, path).values)
    parent.container[key] = listed = [None] * len(items)
    return _Level(listed, list(reversed(range(len(items)))), items[::-1], path, parent.depth + 1)


def _object_level(data: bytes, path: str, depth: int, container: Manifest) -> _Level:
    fields = _shallow("Struct", data, path).fields
    keys = sorted(fields, reverse=True)
    container.update(dict.fromkeys(reversed(keys)))
    return _Level(container, keys, [fields[key] for key in keys], path, depth)


def _shallow(kind: str, data: bytes, path: str) -> Any:
    try:
        return _SHALLOW[kind].FromString(data)
    except DecodeError:
        raise UndecodableError(path, "cannot be decoded: not a protobuf Struct") from None


def _too_deep(path: str) -> UndecodableError:
    return UndecodableError(path, describe(f"nested deeper than {MAX_DEPTH} levels", hint="reduce the nesting"))
