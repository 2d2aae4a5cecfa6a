import math
import struct
import tracemalloc
from collections.abc import Callable
from typing import Any

import pytest
from google.protobuf import struct_pb2

from function.base.manifest import Json, Manifest, at
from function.base.undecoded import UndecodableError
from function.wire import decode as decode_module
from function.wire.decode import decode
from function.wire.encode import encode
from function.wire.level import MAX_DEPTH, read


def nested(levels: int, *, lists: bool = False) -> Manifest:
    """Return an object that is `levels` levels deep, every second one a list where `lists`."""
    value: Json = "end"
    for level in range(levels - 1):
        value = [value] if lists and not level % 2 else {"a": value}
    return {"a": value}


def struct_with(number: float) -> bytes:
    struct = struct_pb2.Struct()
    struct.fields["spec"].struct_value.fields["items"].list_value.values.add(number_value=number)
    return struct.SerializeToString()


def rejection(data: bytes, path: str = "") -> str:
    with pytest.raises(UndecodableError) as caught:
        decode(data, path)
    return str(caught.value)


@pytest.mark.parametrize("number", [math.nan, math.inf, -math.inf])
def test_a_number_that_json_does_not_have_is_refused_with_its_place(number: float) -> None:
    assert rejection(struct_with(number)) == f"spec.items[0]: must be a finite number; got {number}"


@pytest.mark.parametrize("lists", [False, True])
def test_one_level_too_many_is_refused_with_its_place(lists: bool) -> None:
    message = rejection(encode(nested(MAX_DEPTH + 1, lists=lists)))
    assert message.startswith("a.a[0].a[0]" if lists else "a.a.a")
    assert message.endswith("…: nested deeper than 100 levels. Hint: reduce the nesting")
    assert len(message) < 140


def test_a_document_far_too_deep_is_refused_and_not_a_crash() -> None:
    assert "nested deeper than 100 levels" in rejection(encode(nested(400)))


def test_the_place_begins_below_the_path_that_is_given() -> None:
    assert rejection(struct_with(math.nan), "PlatformConfig").startswith("PlatformConfig.spec.items[0]: ")


def test_only_the_deep_branch_is_named() -> None:
    document: Manifest = {"shallow": [nested(MAX_DEPTH - 2)], "spec": {"x": nested(MAX_DEPTH - 1)}}
    assert rejection(encode(document)).startswith("spec.x.a.a")


@pytest.mark.parametrize(
    ("data", "message"),
    [
        pytest.param(b"\xff\xff\xff", "cannot be decoded: not a protobuf Struct", id="noise"),
        pytest.param(encode({"a": "text"})[:-1], "cannot be decoded: not a protobuf Struct", id="cut off"),
        pytest.param(
            b"\n\x08\n\x01a\x12\x03\x1a\x01\xff", "a: cannot be decoded: not a protobuf Struct", id="no UTF-8"
        ),
        pytest.param(
            b"\n\x08\n\x01a\x12\x03\x2a\x01\x0a", "a: cannot be decoded: not a protobuf Struct", id="broken object"
        ),
        pytest.param(
            b"\n\x08\n\x01a\x12\x03\x32\x01\x0a", "a: cannot be decoded: not a protobuf Struct", id="broken list"
        ),
    ],
)
def test_bytes_that_are_no_struct_are_refused(data: bytes, message: str) -> None:
    assert rejection(data) == message


@pytest.mark.parametrize("lists", [False, True])
@pytest.mark.parametrize("levels", [1, 33, 34, 40, 41, 99, MAX_DEPTH])
def test_everything_up_to_the_bound_is_read_though_the_parser_stops_earlier(levels: int, lists: bool) -> None:
    assert decode(encode(nested(levels, lists=lists))) == nested(levels, lists=lists)


@pytest.mark.parametrize(
    ("number", "expected"),
    [(8080.0, 8080), (-1.0, -1), (0.5, 0.5), (2.0**53, 2**53), (-(2.0**53), -(2**53))],
)
def test_whole_numbers_are_int(number: float, expected: float) -> None:
    found = at(decode(struct_with(number)), "spec", "items")
    assert found == [expected]
    assert type(found[0]) is type(expected)


def test_a_whole_number_beyond_what_a_double_counts_stays_float() -> None:
    found = at(decode(struct_with(2.0**60)), "spec", "items")
    assert isinstance(found, list)
    assert isinstance(found[0], float)


def test_keys_are_sorted_because_their_order_on_the_wire_is_random() -> None:
    first, second = (
        b"".join(struct_pb2.Struct(fields={key: struct_pb2.Value()}).SerializeToString() for key in keys)
        for keys in ("zab", "baz")
    )
    assert first != second
    assert list(decode(first)) == list(decode(second)) == ["a", "b", "z"]


def test_no_bytes_are_an_empty_object() -> None:
    assert decode(b"") == {}


def test_a_value_of_no_kind_is_null() -> None:
    assert decode(b"\n\x05\n\x01a\x12\x00") == {"a": None}


class Counted:
    """Counts how often a function is called."""

    def __init__(self, function: Callable[..., Any]) -> None:
        self.function, self.calls = function, 0

    def __call__(self, *arguments: Any) -> Any:
        self.calls += 1
        return self.function(*arguments)


@pytest.mark.parametrize("levels", [20, 60, 95])
def test_a_mistake_at_the_very_end_is_looked_for_once_however_deep_it_is(
    levels: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Converting again at every level took 14 s and 1 GB for a request of 3.6 MB."""
    counted = Counted(read)
    monkeypatch.setattr(decode_module, "read", counted)
    value: Json = {**{f"k{number:03}": number for number in range(200)}, "z": 12345.678}
    for _ in range(levels):
        value = {"a": value}
    data = encode({"a": value}).replace(struct.pack("<d", 12345.678), struct.pack("<d", math.nan))
    assert rejection(data).endswith(": must be a finite number; got nan")
    assert counted.calls == 201 + levels + 1


def test_nulls_cost_little_more_than_their_places_in_the_list() -> None:
    """Two bytes may be a null: a request of 4 MB has two million of them."""
    count = 50_000
    data = encode({"a": [None] * count})
    tracemalloc.start()
    try:
        found = decode(data)
        most = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert found == {"a": [None] * count}
    assert most < count * 40
