"""The levels of a google.protobuf.Struct: scalars are values, and the objects and lists below are not read yet."""

import math
from typing import Any, TypeAlias

from google.protobuf import struct_pb2
from google.protobuf.message import DecodeError

from function.base.problems import describe, join
from function.base.undecoded import UndecodableError
from function.wire.opaque import messages

MAX_DEPTH = 100
"""Maximum levels of objects and lists, as for YAML files."""

_PARSED_DEPTH = 2
"""The depth of metadata, spec, and status of a resource."""

OBJECT, LIST = "struct_value", "list_value"
CONTAINERS = (OBJECT, LIST)

Part: TypeAlias = tuple[str, Any]
"""The kind of a protobuf Value and what it holds: bytes for an object or a list, or an object that is parsed."""
Place: TypeAlias = "str | tuple[Place, str | int]"
"""A path, or the place of a container and a key in it: a path is written out only for an error."""

_EXACT = 2**53
_NOT_A_STRUCT = "cannot be decoded: not a protobuf Struct"
_OBJECTS = messages(struct_pb2.DESCRIPTOR, {"google.protobuf.ListValue"})
"""The messages with lists as bytes: nearly all of what nobody reads is in lists."""
_LEVEL = messages(struct_pb2.DESCRIPTOR, {"google.protobuf.Struct", "google.protobuf.ListValue"})
"""The messages with objects and lists as bytes."""
_BYTES = messages(struct_pb2.DESCRIPTOR, {"google.protobuf.Value"})
"""The messages with every value as bytes."""


def fields(held: Any, place: Place, depth: int) -> Any:
    """Return the protobuf Values of what an object holds by key, in no order; raises UndecodableError.

    Of the objects in a resource, all below is parsed at once, which takes less time than one level after the other.
    Where protobuf cannot, since it is nested too deeply or a mistake is in it, the levels are parsed one by one.
    """
    if type(held) is not bytes:
        return held.fields
    if depth == _PARSED_DEPTH:
        try:
            return _OBJECTS["Struct"].FromString(held).fields
        except DecodeError:
            pass
    try:
        return _LEVEL["Struct"].FromString(held).fields
    except DecodeError:
        raise UndecodableError(path(_broken(held, place)), _NOT_A_STRUCT) from None


def items(data: bytes, place: Place) -> Any:
    """Return the protobuf Values of a list; raises UndecodableError."""
    try:
        return _OBJECTS["ListValue"].FromString(data).values
    except DecodeError:
        pass
    try:
        return _LEVEL["ListValue"].FromString(data).values
    except DecodeError:
        raise UndecodableError(path(place), _NOT_A_STRUCT) from None


def read(value: Any) -> Any:
    """Return the plain value of a protobuf Value.

    An object, a list, or a number that JSON does not have is returned as a Part; no plain value is a tuple.
    """
    return value.string_value or other(value)  # asking for the kind first takes twice as long


def other(value: Any) -> Any:
    """Return what `read` returns for a Value without a text, or with an empty one."""
    kind = value.WhichOneof("kind")
    if kind == "string_value":
        return ""
    if kind in CONTAINERS:
        return kind, getattr(value, kind)
    if kind == "bool_value":
        return value.bool_value
    return _number(value.number_value) if kind == "number_value" else None


def _number(number: float) -> Any:
    """Return whole numbers as int: protobuf has only floats, and a port is not 8080.0."""
    if number.is_integer():
        return int(number) if -_EXACT <= number <= _EXACT else number
    return number if math.isfinite(number) else ("number_value", number)


def not_finite(number: float, place: Place) -> UndecodableError:
    """Return the error for a number that JSON does not have."""
    return UndecodableError(path(place), describe("must be a finite number", got=str(number)))


def path(place: Place) -> str:
    """Return the path of a place."""
    steps: list[str | int] = []
    while not isinstance(place, str):
        place, step = place
        steps.append(step)
    return join(place, *reversed(steps))


def too_deep(place: Place) -> UndecodableError:
    """Return the error for a container below MAX_DEPTH levels."""
    return UndecodableError(path(place), describe(f"nested deeper than {MAX_DEPTH} levels", hint="reduce the nesting"))


def _broken(data: bytes, place: Place) -> Place:
    """Return the place of the first value that cannot be parsed, or of the object if it is no Struct at all."""
    try:
        values = _BYTES["Struct"].FromString(data).fields
    except DecodeError:
        return place
    for key in sorted(values):
        try:
            _LEVEL["Value"].FromString(values[key])
        except DecodeError:
            return (place, key)
    return place
