"""Reading an object in parts, and as a whole."""

from collections.abc import Callable
from typing import Any

import pytest
from google.protobuf import struct_pb2
from google.protobuf.message import DecodeError
from hypothesis import example, given
from hypothesis import strategies as st

from function.base.manifest import Json, Manifest, at
from function.base.undecoded import UndecodableError
from function.wire.decode import LazyObject, decode, whole
from function.wire.encode import encode
from function.wire.opaque import messages

TEXT = st.text(max_size=4)
VALUES = st.recursive(
    st.none() | st.booleans() | TEXT | st.integers(-(2**53), 2**53) | st.floats(allow_nan=False, allow_infinity=False),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXT, inner, max_size=3),
    max_leaves=8,
)
LEVEL = messages(struct_pb2.DESCRIPTOR, {"google.protobuf.Value"})
CONTAINERS = messages(struct_pb2.DESCRIPTOR, {"google.protobuf.Struct", "google.protobuf.ListValue"})
OBJECTS = st.dictionaries(TEXT, VALUES, max_size=3)


def nested(levels: int) -> Json:
    value: Json = "end"
    for _ in range(levels):
        value = {"a": value}
    return value


def read(value: Json) -> Json:
    """Return all that a value holds, read key by key."""
    if isinstance(value, LazyObject):
        return {key: read(value.get(key)) for key in value}
    return [read(item) for item in value] if isinstance(value, list) else value


def outcome(read: Callable[[], Json]) -> tuple[Json, str]:
    """Return what is read, or why it cannot be."""
    try:
        return read(), ""
    except UndecodableError as error:
        return None, str(error)


def damaged(manifest: Manifest, position: int, byte: int) -> bytes:
    data = bytearray(encode(manifest))
    if data:
        data[position % len(data)] = byte
    return bytes(data)


def kept(data: bytes) -> bytes:
    """Return a Struct without what is replaced or dropped in it: nobody reads that, but protobuf checks it.

    Raises DecodeError for a mistake in what is kept.
    """
    struct = LEVEL["Struct"].FromString(data)
    for key in list(struct.fields):  # which must not change while they are read
        struct.fields[key] = _kept_value(struct.fields[key])
    struct.DiscardUnknownFields()
    return bytes(struct.SerializeToString())


def _kept_value(data: bytes) -> bytes:
    value = CONTAINERS["Value"].FromString(data)
    if value.HasField("struct_value"):
        value.struct_value = kept(value.struct_value)
    elif value.HasField("list_value"):
        items = LEVEL["ListValue"].FromString(value.list_value).values
        value.list_value = LEVEL["ListValue"](values=map(_kept_value, items)).SerializeToString()
    value.DiscardUnknownFields()
    return bytes(value.SerializeToString())


@example(
    bytes.fromhex(
        "0a080a02616112021a000a0b0a016412061a04616263640a190a001215320a0a091100000000000008c00a061a0461626364"
    )
)
@example(bytes.fromhex("0a210a0500f0908080120d2a0b000000000000000000000008000880008080808100000800"))
@given(st.binary(max_size=60) | st.builds(damaged, OBJECTS, st.integers(0, 999), st.integers(0, 255)))
def test_reading_in_parts_and_as_a_whole_agree_on_any_bytes(data: bytes) -> None:
    in_parts, as_a_whole = outcome(lambda: read(LazyObject(data))), outcome(lambda: decode(data))
    assert bool(in_parts[1]) == bool(as_a_whole[1])
    assert in_parts[0] == as_a_whole[0]
    try:
        struct_pb2.Struct.FromString(data)
    except DecodeError:
        assert as_a_whole[1] or struct_pb2.Struct.FromString(kept(data)) is not None


@given(OBJECTS)
def test_every_path_leads_to_what_is_there(manifest: Manifest) -> None:
    lazy = LazyObject(encode(manifest))
    assert lazy == manifest
    assert lazy.whole() == read(lazy) == manifest
    assert list(lazy) == sorted(manifest)
    assert len(lazy) == len(manifest)
    for key in manifest:
        assert key in lazy
        assert whole(lazy[key]) == manifest[key]


def test_a_mistake_in_what_is_not_read_is_not_found() -> None:
    broken = LazyObject(encode({"a": "x", "b": {"deep": nested(100)}, "c": [1]}), "here")
    assert (broken["a"], broken["c"]) == ("x", [1])
    with pytest.raises(UndecodableError, match=r"^here\.b\.deep\.a\.a"):
        broken.whole()


@pytest.mark.parametrize("key", ["", "b", 1, None])
def test_what_is_not_there_is_missing(key: Any) -> None:
    lazy = LazyObject(encode({"a": None}))
    assert key not in lazy
    assert lazy.get("b") is None
    assert lazy.get("b", 1) == 1
    assert lazy.get("a", 1) is None
    with pytest.raises(KeyError):
        lazy["b"]


@pytest.mark.parametrize(("text", "found"), [("orders", True), ("order", True), ("ORDERS", False), ("missing", False)])
def test_a_text_is_found_without_decoding(text: str, found: bool) -> None:
    lazy = LazyObject(encode({"a": {"b": {"c": ["orders"]}}}))
    assert lazy.mentions(text) == found
    below = at(lazy, "a", "b")
    assert isinstance(below, LazyObject)
    assert below.mentions(text) == found
    assert LazyObject(b"\xff orders").mentions(text) == found
