"""Encoding of plain values as a google.protobuf.Struct: the bytes do not depend on the order of the keys.

They are the bytes that protobuf writes, but written straight away: filling a Struct first takes half as long again.
protobuf's own `Struct.update` silently rounds integers beyond 2^53 and accepts NaN, so values are checked here.
Decision 0014 contains the measurements.
"""

import math
import struct
from collections.abc import Mapping
from functools import lru_cache

from function.base.manifest import OBJECTS, Json

_ENTRY = _KEY = _ITEM = b"\x0a"
_VALUE = b"\x12"
_NUMBER, _TEXT, _STRUCT, _LIST = b"\x11", b"\x1a", b"\x2a", b"\x32"
_NULL, _FALSE, _TRUE = b"\x08\x00", b"\x20\x00", b"\x20\x01"
"""The tags of Struct, Value and ListValue, with the values of those that have few."""

_SHORT = 256
"""Characters of what is kept once it is encoded: field names, labels and fixed texts are the same in every answer."""

_FEW = frozenset((bool, int, type(None)))
"""Types of values that are kept too. A float is not: 0.0 and -0.0 are equal."""

_LISTS = (list, tuple)

_LAST = "\U0010ffff"
_double = struct.Struct("<d").pack


class UnencodableError(ValueError):
    """A value that JSON cannot represent, or a double cannot represent exactly: an internal error, not the user's."""


def encode(manifest: Mapping[str, Json]) -> bytes:
    """Return the Struct of `manifest`; raises UnencodableError, which never repeats the value."""
    try:
        return _fields(manifest)
    except RecursionError:
        raise UnencodableError("nested too deep, or contains itself") from None
    except UnicodeEncodeError:
        raise UnencodableError("a string is not valid Unicode") from None


def _fields(value: Mapping[str, Json]) -> bytes:
    keys = tuple(value)
    if len("".join(keys)) > _SHORT:
        return b"".join([_long_entry(key, value[key]) for key in sorted(keys, key=_order)])
    entries = []
    for key in _ordered(keys):
        item = value[key]
        if isinstance(item, str) and len(item) <= _SHORT:
            entries.append(_text_entry(key, item))
        elif type(item) in _FEW:
            entries.append(_few_entry(key, item))
        else:  # as in `_entry`
            content = _value(item)
            content = _key(key) + _LENGTHS[len(content)] + content
            entries.append(_ENTRY + _LENGTHS[len(content)] + content)
    return b"".join(entries)


@lru_cache(maxsize=1024)
def _ordered(keys: tuple[str, ...]) -> list[str]:
    return sorted(keys, key=_order)


def _order(key: str) -> str:
    """Return what keys are sorted by, in protobuf's order: `namespace` before `name`."""
    return key + _LAST


def _long_entry(key: str, value: Json) -> bytes:
    return _entry(_tagged_key(key), value)


@lru_cache(maxsize=4096)
def _text_entry(key: str, text: str) -> bytes:
    return _entry(_key(key), text)


@lru_cache(maxsize=1024, typed=True)  # True and 1 are equal
def _few_entry(key: str, item: Json) -> bytes:
    return _entry(_key(key), item)


@lru_cache(maxsize=1024)
def _key(key: str) -> bytes:
    return _tagged_key(key)


def _tagged_key(key: str) -> bytes:
    """Return a key up to the length of its value."""
    content = key.encode()
    return _KEY + _LENGTHS[len(content)] + content + _VALUE


def _entry(key: bytes, value: Json) -> bytes:
    content = _value(value)
    content = key + _LENGTHS[len(content)] + content
    return _ENTRY + _LENGTHS[len(content)] + content


def _value(value: Json) -> bytes:
    if isinstance(value, str):
        content = value.encode()
        return _TEXT + _LENGTHS[len(content)] + content
    if isinstance(value, _LISTS):
        items = [_value(item) for item in value]
        content = b"".join([_ITEM + _LENGTHS[len(item)] + item for item in items])
        return _LIST + _LENGTHS[len(content)] + content
    if isinstance(value, OBJECTS):
        content = _fields(value)
        return _STRUCT + _LENGTHS[len(content)] + content
    if value is None:
        return _NULL
    if isinstance(value, bool):
        return _TRUE if value else _FALSE
    if isinstance(value, int | float):
        return _NUMBER + _double(_number(value))
    raise UnencodableError(f"not a JSON value: {type(value).__name__}")


def _number(value: float) -> float:
    try:
        double = float(value)
    except OverflowError:
        double = math.inf
    if double != value or not math.isfinite(double):
        raise UnencodableError("a number that a double cannot represent exactly")
    return double


def _varint(number: int) -> bytes:
    """Return a number as protobuf writes it: seven bits in each byte, the lowest first."""
    found = bytearray()
    while number > 0x7F:
        found.append(number & 0x7F | 0x80)
        number >>= 7
    return bytes([*found, number])


class _Lengths(dict[int, bytes]):
    """Each length as protobuf writes it; long ones are not kept."""

    def __missing__(self, length: int) -> bytes:
        return _varint(length)


_LENGTHS = _Lengths((length, _varint(length)) for length in range(4096))
