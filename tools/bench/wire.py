"""Requests as Go writes them: the entries of every map in random order. And responses as plain values."""

import random
import struct
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from function.base.manifest import Json, Manifest

_TAG = "sha256:8d1f0c6f2a6b5e8d5c44c9e4b1e3a1d27c0e1d0a5f4bb2b6a2f7f0d1c3e5a798"
_CAPABILITIES = bytes([1, 2, 3, 4, 5])
"""All that Crossplane 2.4 has."""
_CONTEXT: Manifest = {
    "apiextensions.crossplane.io/environment": {
        "apiVersion": "internal.crossplane.io/v1alpha1",
        "kind": "Environment",
        "region": "eu-central-1",
        "cluster": "production-3",
    }
}
_LENGTH = 2
"""The wire type of everything with a length: strings, bytes and messages."""


def request(
    xr: Manifest,
    observed: Mapping[str, Manifest],
    settings: Manifest,
    required: Iterable[str],
    order: random.Random,
) -> bytes:
    """Return a RunFunctionRequest; nothing was found of what is `required`."""
    resources = [
        _field(2, _field(1, key.encode()) + _field(2, _field(1, _struct(manifest, order))))
        for key, manifest in _shuffled(observed.items(), order)
    ]
    found = [_field(8, _field(1, name.encode()) + _field(2, b"")) for name in required]
    return b"".join(
        [
            _field(1, _field(1, _TAG.encode()) + _field(2, _CAPABILITIES)),
            _field(2, _field(1, _field(1, _struct(xr, order))) + b"".join(resources)),
            _field(4, _struct(settings, order)),
            _field(5, _struct(_CONTEXT, order)),
            *_shuffled(found, order),
        ]
    )


def plain(message: Any) -> Manifest:
    """Return the object in a google.protobuf.Struct; whole numbers are int."""
    return {key: _plain(value) for key, value in message.fields.items()}


def _plain(value: Any) -> Json:
    kind = value.WhichOneof("kind")
    if kind == "struct_value":
        return plain(value.struct_value)
    if kind == "list_value":
        return [_plain(item) for item in value.list_value.values]
    if kind == "number_value" and value.number_value.is_integer():
        return int(value.number_value)
    return None if kind in (None, "null_value") else getattr(value, kind)


def _struct(fields: Mapping[str, Json], order: random.Random) -> bytes:
    return b"".join(
        _field(1, _field(1, key.encode()) + _field(2, _value(value, order)))
        for key, value in _shuffled(fields.items(), order)
    )


def _value(value: Json, order: random.Random) -> bytes:
    if isinstance(value, str):
        return _field(3, value.encode())
    if isinstance(value, Mapping):
        return _field(5, _struct(value, order))
    if isinstance(value, bool):
        return bytes([4 << 3, value])
    if isinstance(value, int | float):
        return bytes([2 << 3 | 1]) + struct.pack("<d", value)
    if value is None:
        return bytes([1 << 3, 0])
    return _field(6, b"".join(_field(1, _value(item, order)) for item in value))


def _field(number: int, data: bytes) -> bytes:
    head, length = [number << 3 | _LENGTH], len(data)
    while length > 0x7F:
        head.append(length & 0x7F | 0x80)
        length >>= 7
    return bytes([*head, length]) + data


def _shuffled(items: Iterable[Any], order: random.Random) -> Sequence[Any]:
    listed = list(items)
    order.shuffle(listed)
    return listed
