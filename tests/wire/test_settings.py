"""Settings, whose decoded form is kept from one call to the next."""

import pytest
from google.protobuf.struct_pb2 import Struct, Value

from function.base.manifest import Json, Manifest
from function.wire.encode import encode
from function.wire.envelope import RunFunctionRequest
from function.wire.request import parse, values


def platform(data: bytes) -> Json:
    """Return the settings that a request with these bytes has."""
    return values(parse(RunFunctionRequest(input=data).SerializeToString())).request.platform


@pytest.mark.parametrize("spec", [{}, {"sizes": {"a": {}, "b": {}}, "group": "x"}])
def test_known_settings_are_the_same_again(spec: Manifest) -> None:
    document: Manifest = {"kind": "PlatformConfig", "spec": spec}
    assert platform(encode(document)) == platform(encode(document)) == document


def test_the_order_of_keys_means_nothing() -> None:
    first, second = (
        b"".join(Struct(fields={key: Value(string_value=key)}).SerializeToString() for key in keys)
        for keys in ("ab", "ba")
    )
    assert first != second
    assert platform(first) == platform(second) == {"a": "a", "b": "b"}


def test_settings_too_long_to_be_kept_are_decoded_all_the_same() -> None:
    assert platform(encode({"a": "x" * 70_000})) == {"a": "x" * 70_000}


def test_settings_too_deep_for_the_parser_are_decoded_all_the_same() -> None:
    deep: Manifest = {"a": 1}
    for _ in range(60):
        deep = {"a": deep}
    assert platform(encode(deep)) == deep
