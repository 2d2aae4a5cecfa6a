import math
from typing import cast

import pytest
from google.protobuf import json_format, struct_pb2
from hypothesis import given
from hypothesis import strategies as st

from function.base.manifest import Json, Manifest
from function.wire.decode import decode
from function.wire.encode import UnencodableError, encode

TEXT = st.text(max_size=4)
SCALARS = (
    st.none()
    | st.booleans()
    | TEXT
    | st.integers(min_value=-(2**53), max_value=2**53)
    | st.floats(allow_nan=False, allow_infinity=False)
)
VALUES = st.recursive(
    SCALARS, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXT, inner, max_size=3), max_leaves=8
)
OBJECTS = st.dictionaries(TEXT, VALUES, max_size=3)


def reordered(value: Json) -> Json:
    if isinstance(value, dict):
        return {key: reordered(value[key]) for key in reversed(value)}
    return [reordered(item) for item in value] if isinstance(value, list) else value


@given(OBJECTS)
def test_what_is_encoded_is_decoded_as_it_was_by_protobuf_too_and_in_any_order(value: Manifest) -> None:
    data = encode(value)
    assert decode(data) == value
    assert encode(cast("Manifest", reordered(value))) == data
    struct = struct_pb2.Struct.FromString(data)
    assert struct == json_format.ParseDict(value, struct_pb2.Struct())
    assert json_format.MessageToDict(struct) == value


@pytest.mark.parametrize("number", [math.nan, math.inf, -math.inf, 2**53 + 1, 10**400, -(2**63) + 1])
def test_a_number_that_a_double_does_not_hold_is_refused(number: float) -> None:
    with pytest.raises(UnencodableError, match="a number that a double cannot represent exactly"):
        encode({"a": [number]})


@pytest.mark.parametrize("value", [b"bytes", {"set"}, object()])
def test_what_json_does_not_have_is_refused_by_its_type_and_not_its_value(value: object) -> None:
    with pytest.raises(UnencodableError, match=f"^not a JSON value: {type(value).__name__}$"):
        encode({"a": cast("Json", value)})


def test_half_a_character_is_refused() -> None:
    with pytest.raises(UnencodableError, match="not valid Unicode"):
        encode({"a": "\ud800"})


def test_an_object_in_itself_is_refused_and_ends_no_process() -> None:
    endless: dict[str, Json] = {}
    endless["self"] = endless
    with pytest.raises(UnencodableError, match="nested too deep, or contains itself"):
        encode(endless)


def test_a_list_of_any_kind_is_a_list() -> None:
    assert encode({"a": ("b",)}) == encode({"a": ["b"]})


@pytest.mark.parametrize("size", [0, 127, 128, 16383, 16384, 2_100_000])
def test_lengths_of_every_width(size: int) -> None:
    assert decode(encode({"a": "x" * size})) == {"a": "x" * size}
