"""From plain values to the bytes of a google.protobuf.Struct: the same bytes whatever the order of the keys.

Written as bytes, in the encoding that struct.proto prescribes, with the keys in order: protobuf's own deterministic
serialisation sorts keys its own way. Decision 0014 has the measurements.
"""

import math
import struct
from collections.abc import Mapping

from function.base.manifest import Json

_NUMBER = struct.Struct("<cd")
_SHORT = [bytes([size]) for size in range(128)]


class UnencodableError(ValueError):
    """A value that JSON cannot hold or a double cannot hold exactly: a mistake of ours, not of a user."""


def encode(manifest: Mapping[str, Json]) -> bytes:
    """Return the Struct of `manifest`; raises UnencodableError, which never repeats the value."""
    try:
        return _object(manifest)
    except RecursionError:
        raise UnencodableError("nested too deep, or in itself") from None
    except UnicodeEncodeError:
        raise UnencodableError("a text is no Unicode text") from None


def _object(value: Mapping[str, Json]) -> bytes:
    parts: list[bytes] = []
    for key in sorted(value):
        name, item = key.encode(), _value(value[key])
        entry = b"".join((b"\x0a", _size(name), name, b"\x12", _size(item), item))
        parts += (b"\x0a", _size(entry), entry)
    return b"".join(parts)


def _value(value: Json) -> bytes:
    """Return a Value: the number and type of the one field that is set, and its content."""
    if isinstance(value, str):
        text = value.encode()
        return b"\x1a" + _size(text) + text
    if isinstance(value, dict | Mapping):  # dict first: an abstract class is slow to ask
        fields = _object(value)
        return b"\x2a" + _size(fields) + fields
    if isinstance(value, list | tuple):
        items = b"".join([b"\x0a" + _size(item) + item for item in map(_value, value)])
        return b"\x32" + _size(items) + items
    if value is None:
        return b"\x08\x00"
    if isinstance(value, bool):
        return b"\x20\x01" if value else b"\x20\x00"
    if isinstance(value, int | float):
        return _number(value)
    raise UnencodableError(f"no JSON value: {type(value).__name__}")


def _number(value: float) -> bytes:
    try:
        double = float(value)
    except OverflowError:
        double = math.inf
    if double != value or not math.isfinite(double):
        raise UnencodableError("a number that a double cannot hold exactly")
    return _NUMBER.pack(b"\x11", double)


def _size(content: bytes) -> bytes:
    """Return the length as a base 128 varint, low groups first."""
    size = len(content)
    if size < 128:
        return _SHORT[size]
    groups = bytearray()
    while size > 127:
        groups.append(size & 127 | 128)
        size >>= 7
    groups.append(size)
    return bytes(groups)
