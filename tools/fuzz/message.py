"""A RunFunctionRequest as bytes, from values that our own encoder would refuse as well."""

from typing import Any

from crossplane.function.proto.v1 import run_function_pb2 as protocol
from google.protobuf import struct_pb2

from function.base.manifest import Json, Manifest, mapping_at

CANARY = "c4n4ry-5up3r-s3cr3t"
"""A secret: planted where secrets are, and to be found nowhere in an answer, a log line or a finding."""


def request(parts: Manifest) -> bytes:
    """Return the request whose parts are `xr`, `observed`, `required`, `platform` and `desired`, with secrets in it."""
    message = protocol.RunFunctionRequest(meta=protocol.RequestMeta(tag="fuzz"))
    _fill(message.observed.composite.resource, mapping_at(parts, "xr"))
    message.observed.composite.connection_details["password"] = CANARY.encode()
    for key, value in mapping_at(parts, "observed").items():
        resource = message.observed.resources[_text(key)]
        _fill(resource.resource, value)
        resource.connection_details["password"] = CANARY.encode()
    for name, items in mapping_at(parts, "required").items():
        fetched = message.required_resources[_text(name)].items
        for item in items if isinstance(items, list) else []:
            _fill(fetched.add().resource, _with_secret(item))
    for key, value in mapping_at(parts, "desired").items():
        _fill(message.desired.resources[_text(key)].resource, value)
    _fill(message.input, mapping_at(parts, "platform"))
    return message.SerializeToString(deterministic=True)


def _with_secret(item: Json) -> Json:
    return {**item, "data": {"password": CANARY}, "stringData": {"password": CANARY}} if isinstance(item, dict) else {}


def _fill(struct: struct_pb2.Struct, value: Json) -> None:
    # in place, because protobuf cannot copy a message of more than 100 levels
    struct.SetInParent()
    for key, item in value.items() if isinstance(value, dict) else ():
        _set(struct.fields[_text(key)], item)


def _set(target: Any, value: Json) -> None:
    if isinstance(value, dict):
        target.struct_value.SetInParent()
        for key, item in value.items():
            _set(target.struct_value.fields[_text(key)], item)
    elif isinstance(value, list):
        target.list_value.SetInParent()
        for item in value:
            _set(target.list_value.values.add(), item)
    elif isinstance(value, bool):
        target.bool_value = value
    elif isinstance(value, int | float):
        target.number_value = _double(value)
    elif isinstance(value, str):
        target.string_value = _text(value)
    else:
        target.null_value = struct_pb2.NULL_VALUE


def _double(value: float) -> float:
    try:
        return float(value)
    except OverflowError:
        return float("inf")


def _text(text: str) -> str:
    """Return the text without lone surrogates, which protobuf cannot hold."""
    return text.encode("utf-8", "replace").decode()
