"""Encoding of a request as Crossplane sends it."""

from crossplane.function.proto.v1 import run_function_pb2 as protocol

from function.base.request import Request
from function.wire.encode import encode
from function.wire.envelope import RunFunctionRequest


def sent(request: Request) -> bytes:
    """Return the bytes of a request; that of a Crossplane that fetches nothing if nobody fetches resources."""
    message = RunFunctionRequest()
    message.meta.tag = "platformctl"
    message.meta.capabilities.append(protocol.CAPABILITY_CAPABILITIES)
    message.observed.composite.resource = encode(request.xr)
    message.input = encode(request.platform)
    for key, resource in request.observed.items():
        message.observed.resources[key].resource = encode(resource)
    for key in request.desired:
        message.desired.resources[key].SetInParent()
    if request.required is not None:
        message.meta.capabilities.append(protocol.CAPABILITY_REQUIRED_RESOURCES)
        for name, found in request.required.items():
            items = message.required_resources[name].items
            for resource in found:
                items.add().resource = encode(resource)
    data: bytes = message.SerializeToString()
    return data
