import math
from typing import Any

import pytest
from google.protobuf import struct_pb2

from function.base.manifest import Json
from function.base.undecoded import UndecodableError
from function.wire.encode import encode
from function.wire.level import LIST, OBJECT, fields, items, not_finite, path, read, too_deep


def encode_list(items: Json) -> bytes:
    """Return the bytes of a list."""
    return struct_pb2.Struct.FromString(encode({"list": items})).fields["list"].list_value.SerializeToString()


VALUES = {"list": [1], "null": None, "object": {"a": 1}, "off": False, "text": "x"}


def test_what_is_below_stays_bytes() -> None:
    level = fields(encode(VALUES), "", 1)
    assert {key: read(level[key]) for key in sorted(level)} == {
        "list": (LIST, struct_pb2.ListValue(values=[struct_pb2.Value(number_value=1)]).SerializeToString()),
        "null": None,
        "object": (OBJECT, encode({"a": 1})),
        "off": False,
        "text": "x",
    }


def test_below_metadata_spec_and_status_all_objects_are_parsed_at_once() -> None:
    level = fields(encode({"a": {"b": {"c": "x"}, "list": [{"d": "y"}]}}), "", 2)
    kind, held = read(level["a"])
    assert (kind, type(held)) != (OBJECT, bytes)
    below = fields(held, "", 3)
    assert (read(below["b"])[0], read(below["list"])) == (OBJECT, (LIST, encode_list([{"d": "y"}])))
    assert read(fields(read(below["b"])[1], "", 4)["c"]) == "x"


def test_a_mistake_below_does_not_keep_the_level_from_being_read() -> None:
    level = fields(encode({"a": "x", "b": {"c": "1"}}).replace(b"1", b"\xff"), "", 2)
    assert read(level["a"]) == "x"
    _, held = read(level["b"])
    with pytest.raises(UndecodableError, match=r"^b\.c: "):
        fields(held, "b", 3)


def test_objects_nested_deeper_than_protobuf_parses_are_read_level_by_level() -> None:
    value: Json = "end"
    for _ in range(60):
        value = {"a": value}
    held: Any = encode({"a": value})
    for depth in range(2, 62):
        kind, held = read(fields(held, "", depth)["a"])
        assert kind == OBJECT
    assert read(fields(held, "", 62)["a"]) == "end"


def test_a_value_of_no_kind_is_null() -> None:
    assert read(struct_pb2.Value()) is None


@pytest.mark.parametrize("place", ["", "observed"])
def test_a_list_that_is_none_is_refused_with_its_place(place: str) -> None:
    with pytest.raises(UndecodableError, match=r"cannot be decoded: not a protobuf Struct$") as caught:
        items(b"\xff", place)
    assert caught.value.path == place


@pytest.mark.parametrize(
    ("value", "plain"),
    [
        (struct_pb2.Value(string_value="x"), "x"),
        (struct_pb2.Value(bool_value=True), True),
        (struct_pb2.Value(null_value=struct_pb2.NULL_VALUE), None),
        (struct_pb2.Value(number_value=2.0), 2),
        (struct_pb2.Value(number_value=0.5), 0.5),
        (struct_pb2.Value(number_value=-(2.0**53)), -(2**53)),
        (struct_pb2.Value(number_value=2.0**60), 2.0**60),
    ],
)
def test_scalars(value: struct_pb2.Value, plain: object) -> None:
    found = read(value)
    assert (found, type(found)) == (plain, type(plain))


@pytest.mark.parametrize("number", [math.nan, math.inf, -math.inf])
def test_a_number_that_json_does_not_have_is_no_plain_value(number: float) -> None:
    kind, found = read(struct_pb2.Value(number_value=number))
    assert kind == "number_value"
    assert str(found) == str(number)
    assert not_finite(found, ("spec", "a")).path == "spec.a"


@pytest.mark.parametrize(
    ("place", "expected"),
    [("", ""), ("a", "a"), (("", "a"), "a"), ((("a", "b"), 1), "a.b[1]"), (((("", 0), "b"), "c"), "[0].b.c")],
)
def test_a_path_is_written_out_from_the_top(place: str, expected: str) -> None:
    assert path(place) == expected
    assert too_deep(place).path == expected
