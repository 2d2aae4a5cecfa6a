"""Decoding of a google.protobuf.Struct into plain values: integral numbers become int, and keys are sorted."""

import math
from typing import Any

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
    """The bytes are not a JSON object; `path` is where the error is, truncated if it is long."""

    def __init__(self, path: str, message: str) -> None:
        self.path = path if len(path) <= _SHOWN else f"{path[:_SHOWN]}…"
        self.message = message
        super().__init__(f"{self.path}: {message}" if path else message)


class _NotPlainError(ValueError):
    """An error whose path only the slow method finds."""


def decode(data: bytes, path: str = "") -> Manifest:
    """Return the object in `data`; raises UndecodableError with the path of the error, below `path`.

    The parser fails at 33 levels of maps, or 50 of lists, and does not say where; beyond that, each level is parsed
    separately.
    """
    try:
        return _plain_object(struct_pb2.Struct.FromString(data), 1)
    except (DecodeError, _NotPlainError):
        return _object(data, path, 1)


def _plain_object(struct: struct_pb2.Struct, depth: int) -> Manifest:
    if depth > MAX_DEPTH:
        raise _NotPlainError
    fields = struct.fields
    return {key: _plain(fields[key], depth) for key in sorted(fields)}


def _plain(value: struct_pb2.Value, depth: int) -> Json:
    match value.WhichOneof("kind"):
        case "string_value":
            return value.string_value
        case "struct_value":
            return _plain_object(value.struct_value, depth + 1)
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


def _object(data: bytes, path: str, depth: int) -> Manifest:
    fields = _shallow("Struct", data, path).fields
    return {key: _value(fields[key], join(path, key), depth) for key in sorted(fields)}


def _value(data: bytes, path: str, depth: int) -> Json:
    try:
        return _plain(struct_pb2.Value.FromString(data), depth)
    except (DecodeError, _NotPlainError):
        value = _shallow("Value", data, path)
    kind = value.WhichOneof("kind")
    if kind == "number_value":
        raise UndecodableError(path, describe("must be a finite number", got=str(value.number_value)))
    if depth == MAX_DEPTH:
        raise UndecodableError(path, describe(f"nested deeper than {MAX_DEPTH} levels", hint="reduce the nesting"))
    if kind == "struct_value":
        return _object(value.struct_value, path, depth + 1)
    items = _shallow("ListValue", value.list_value, path).values
    return [_value(item, join(path, position), depth + 1) for position, item in enumerate(items)]


def _shallow(kind: str, data: bytes, path: str) -> Any:
    try:
        return _SHALLOW[kind].FromString(data)
    except DecodeError:
        raise UndecodableError(path, "cannot be decoded: not a protobuf Struct") from None
