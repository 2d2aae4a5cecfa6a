"""Encoding of plain values as a google.protobuf.Struct: the bytes do not depend on the order of the keys.

protobuf's own `Struct.update` silently rounds integers beyond 2^53 and accepts NaN, so values are checked here.
Decision 0014 contains the measurements.
"""

import math
from collections.abc import Mapping
from typing import Any

from google.protobuf import struct_pb2

from function.base.manifest import Json


class UnencodableError(ValueError):
    """A value that JSON cannot represent, or a double cannot represent exactly: an internal error, not the user's."""


def encode(manifest: Mapping[str, Json]) -> bytes:
    """Return the Struct of `manifest`; raises UnencodableError, which never repeats the value."""
    struct = struct_pb2.Struct()
    try:
        _fill(struct.fields, manifest)
        data: bytes = struct.SerializeToString(deterministic=True)
    except RecursionError:
        raise UnencodableError("nested too deep, or contains itself") from None
    except UnicodeEncodeError:
        raise UnencodableError("a string is not valid Unicode") from None
    return data


def _fill(fields: Any, value: Mapping[str, Json]) -> None:
    for key, item in value.items():
        _set(fields[key], item)


def _set(target: Any, value: Json) -> None:
    if isinstance(value, str):
        target.string_value = value
    elif isinstance(value, dict | Mapping):  # dict first: checks against an abstract class are slow
        target.struct_value.SetInParent()  # an empty object is still an object
        _fill(target.struct_value.fields, value)
    elif isinstance(value, list | tuple):
        target.list_value.SetInParent()
        for item in value:
            _set(target.list_value.values.add(), item)
    elif value is None:
        target.null_value = struct_pb2.NULL_VALUE
    elif isinstance(value, bool):
        target.bool_value = value
    elif isinstance(value, int | float):
        target.number_value = _number(value)
    else:
        raise UnencodableError(f"not a JSON value: {type(value).__name__}")


def _number(value: float) -> float:
    try:
        double = float(value)
    except OverflowError:
        double = math.inf
    if double != value or not math.isfinite(double):
        raise UnencodableError("a number that a double cannot represent exactly")
    return double
