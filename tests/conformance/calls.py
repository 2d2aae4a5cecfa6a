"""What Crossplane would send, and bytes that no SDK would write."""

from collections.abc import Iterable
from typing import Any

from crossplane.function.proto.v1 import run_function_pb2 as v1
from google.protobuf import struct_pb2

from function.base.manifest import Json, Manifest, mapping_at
from function.wire.decode import decode
from function.wire.encode import encode

GROUP = "platform.bizmatters.io/v1alpha1"
COMPOSITE = 1
"""Field numbers of the protocol: of State, then of RunFunctionRequest."""
RESOURCES = 2
OBSERVED = 2
DESIRED = 3
INPUT = 4
CONTEXT = 5
NOT_THERE = tuple(f"existing/{key}" for key in ("serviceaccount", "deployment", "service", "document"))
"""What was asked for by name in the first call of a reconcile, and does not exist."""


def composite(**spec: Json) -> Manifest:
    return {
        "apiVersion": GROUP,
        "kind": "XEventDrivenService",
        "metadata": {"name": "orders-x7k2p", "uid": "0d7a", "resourceVersion": "12"},
        "spec": {
            "claimRef": {"apiVersion": GROUP, "kind": "EventDrivenService", "name": "orders", "namespace": "shop"},
            "image": "registry.example.org/orders:1.4.2",
            "nats": {"stream": "ORDERS", "consumer": "orders"},
            **spec,
        },
    }


def struct(value: Manifest) -> struct_pb2.Struct:
    return struct_pb2.Struct.FromString(encode(value))


def plain(value: struct_pb2.Struct) -> Manifest:
    return decode(value.SerializeToString())


def request(xr: Manifest | None = None, **parts: Any) -> v1.RunFunctionRequest:
    observed = v1.State(composite=v1.Resource(resource=struct(composite() if xr is None else xr)))
    message = v1.RunFunctionRequest(meta=v1.RequestMeta(tag="sha256:abc"), observed=observed, **parts)
    for name in NOT_THERE:
        message.required_resources[name].SetInParent()
    return message


def foreign() -> v1.State:
    """Return what earlier steps might want."""
    return v1.State(
        composite=v1.Resource(
            resource=struct({"status": {"earlier": {"step": 1}}}), connection_details={"user": b"\xffx"}
        ),
        resources={
            "bucket": v1.Resource(
                resource=struct({"kind": "Bucket", "spec": {"n": 1.5}}),
                connection_details={"key": b"\x00"},
                ready=v1.READY_TRUE,
            ),
            "topic": v1.Resource(resource=struct({"kind": "Topic"})),
        },
    )


def with_conditions(xr: Manifest, response: v1.RunFunctionResponse) -> Manifest:
    """Return a composite whose status is what Crossplane makes of an answer."""
    conditions: list[Json] = [
        {
            "type": condition.type,
            "status": v1.Status.Name(condition.status).removeprefix("STATUS_CONDITION_").capitalize(),
            "reason": condition.reason,
            "message": condition.message,
            "lastTransitionTime": "2026-01-01T00:00:00Z",
        }
        for condition in response.conditions
    ]
    status = mapping_at(plain(response.desired.composite.resource), "status")
    return {**xr, "status": {**status, "conditions": conditions}}


def next_request(response: v1.RunFunctionResponse) -> v1.RunFunctionRequest:
    """Return the call that follows once Crossplane has applied an answer."""
    following = request(with_conditions(composite(), response))
    for key, resource in response.desired.resources.items():
        following.observed.resources[key].resource.CopyFrom(resource.resource)
    return following


def field(path: Iterable[int], data: bytes) -> bytes:
    """Return the bytes of a message that holds `data` below the field numbers of `path`."""
    for number in reversed(tuple(path)):
        data = bytes([number << 3 | 2]) + _size(len(data)) + data
    return data


def entry(key: str, data: bytes) -> bytes:
    """Return the bytes of an entry of a map of resources; `data` is the resource's Struct."""
    return field([1], key.encode()) + field([2, 1], data)


def _size(size: int) -> bytes:
    """Return a base 128 varint of three bytes, which may be longer than need be."""
    return bytes([size & 127 | 128, size >> 7 & 127 | 128, size >> 14])
