import random
from typing import Any

from crossplane.function.proto.v1 import run_function_pb2 as protocol
from google.protobuf import json_format, struct_pb2

from function.base.manifest import Manifest
from tools.bench.wire import plain, request

XR: Manifest = {
    "spec": {
        "text": "ü" * 200,
        "number": -1.5,
        "whole": 3,
        "yes": True,
        "no": False,
        "nothing": None,
        "list": [1, [{}]],
    },
    "metadata": {"name": "orders", "labels": {}},
}
OBSERVED: dict[str, Manifest] = {"a": {"kind": "A"}, "b": {"kind": "B"}, "c": {}}


def order(seed: int) -> random.Random:
    return random.Random(seed)  # noqa: S311 - an order, not a secret


def parsed(seed: int) -> Any:
    data = request(XR, OBSERVED, {"kind": "PlatformConfig"}, ["x", "y"], order(seed))
    return protocol.RunFunctionRequest.FromString(data)


def test_protobuf_reads_what_was_written() -> None:
    message = parsed(1)
    assert json_format.MessageToDict(message.observed.composite.resource) == XR
    assert {key: plain(found.resource) for key, found in message.observed.resources.items()} == OBSERVED
    assert plain(message.input) == {"kind": "PlatformConfig"}
    assert {name: list(found.items) for name, found in message.required_resources.items()} == {"x": [], "y": []}
    assert protocol.CAPABILITY_REQUIRED_RESOURCES in message.meta.capabilities
    assert message.meta.tag
    assert message.context.fields


def test_nothing_is_left_that_protobuf_does_not_know() -> None:
    message = parsed(1)
    assert protocol.RunFunctionRequest.FromString(message.SerializeToString()) == message
    assert message.ByteSize() == len(request(XR, OBSERVED, {"kind": "PlatformConfig"}, ["x", "y"], order(1)))


def test_the_order_of_the_maps_differs_and_nothing_else() -> None:
    written = {request(XR, OBSERVED, {}, [], order(seed)) for seed in range(20)}
    assert len(written) > 10
    assert len({len(data) for data in written}) == 1
    assert all(parsed(seed) == parsed(1) for seed in range(20))


def test_the_same_seed_gives_the_same_bytes() -> None:
    assert request(XR, OBSERVED, {}, ["x"], order(5)) == request(XR, OBSERVED, {}, ["x"], order(5))


def test_plain_values_are_those_of_json() -> None:
    struct = struct_pb2.Struct()
    struct.update(XR)
    assert plain(struct) == XR
    assert isinstance(plain(struct)["spec"], dict)
