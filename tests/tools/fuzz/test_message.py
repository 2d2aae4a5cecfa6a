import math

import pytest
from crossplane.function.proto.v1 import run_function_pb2 as protocol

from function.base.manifest import Manifest
from tools.fuzz.message import CANARY, request


def sent(**parts: Manifest) -> protocol.RunFunctionRequest:
    return protocol.RunFunctionRequest.FromString(request({**parts}))


def test_secrets_are_where_secrets_are() -> None:
    message = sent(xr={}, observed={"app": {}}, required={"secrets": [{"kind": "Secret"}]})
    assert message.observed.composite.connection_details["password"] == CANARY.encode()
    assert message.observed.resources["app"].connection_details["password"] == CANARY.encode()
    assert CANARY in str(message.required_resources["secrets"].items[0].resource)


@pytest.mark.parametrize("number", [math.nan, math.inf, 10**400, 2**63])
def test_numbers_that_our_encoder_refuses_are_sent(number: float) -> None:
    fields = sent(xr={"n": number}).observed.composite.resource.fields
    assert fields["n"].WhichOneof("kind") == "number_value"


def test_what_is_no_object_is_sent_as_an_empty_one() -> None:
    message = sent(xr={"a": [None, {"b": True}]}, observed={"app": "text", "\ud800": {}}, required={"pods": "x"})
    assert message.observed.resources["app"].resource.fields == {}
    assert set(message.observed.resources) == {"app", "?"}
    assert list(message.required_resources["pods"].items) == []
    assert "bool_value: true" in str(message.observed.composite.resource)


def test_a_document_deeper_than_protobuf_copies_is_sent() -> None:
    deep: Manifest = {}
    for _ in range(300):
        deep = {"a": deep}
    data = request({"xr": deep, "observed": {"app": deep}, "required": {"pods": [deep]}, "platform": deep})
    assert data.count(b"\n\x01a") == 4 * 300
