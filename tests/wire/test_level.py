import pytest
from google.protobuf import struct_pb2

from function.base.undecoded import UndecodableError
from function.wire.encode import encode
from function.wire.level import LIST, OBJECT, fields, items, part, path, scalar, too_deep

VALUES = {"list": [1], "null": None, "object": {"a": 1}, "off": False, "text": "x"}


def test_what_is_below_stays_bytes() -> None:
    level = fields(encode(VALUES), "")
    assert {key: part(level[key]) for key in sorted(level)} == {
        "list": (LIST, struct_pb2.ListValue(values=[struct_pb2.Value(number_value=1)]).SerializeToString()),
        "null": (None, None),
        "object": (OBJECT, encode({"a": 1})),
        "off": ("bool_value", False),
        "text": ("string_value", "x"),
    }


def test_a_value_of_no_kind_is_null() -> None:
    assert part(struct_pb2.Value()) == (None, None)


@pytest.mark.parametrize("place", ["", "observed"])
def test_a_list_that_is_none_is_refused_with_its_place(place: str) -> None:
    with pytest.raises(UndecodableError, match=r"cannot be decoded: not a protobuf Struct$") as caught:
        items(b"\xff", place)
    assert caught.value.path == place


@pytest.mark.parametrize(("content", "plain"), [("x", "x"), (True, True), (None, None), (2.0, 2), (0.5, 0.5)])
def test_scalars(content: object, plain: object) -> None:
    found = scalar(content, "")
    assert (found, type(found)) == (plain, type(plain))


@pytest.mark.parametrize(
    ("place", "expected"),
    [("", ""), ("a", "a"), (("", "a"), "a"), ((("a", "b"), 1), "a.b[1]"), (((("", 0), "b"), "c"), "[0].b.c")],
)
def test_a_path_is_written_out_from_the_top(place: str, expected: str) -> None:
    assert path(place) == expected
    assert too_deep(place).path == expected
