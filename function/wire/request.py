"""Decoding of request bytes into plain values."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from crossplane.function.proto.v1 import run_function_pb2 as protocol
from google.protobuf.message import DecodeError

from function.base.manifest import Manifest
from function.base.problems import Problem, join
from function.base.request import Request
from function.wire.decode import UndecodableError, decode
from function.wire.envelope import RunFunctionRequest


class MalformedRequestError(ValueError):
    """The bytes are not a RunFunctionRequest, so there is not even a tag for a response."""


@dataclass(frozen=True)
class Values:
    """The request for `render`, and `desired`: the composite as desired by earlier steps, often {}.

    If there are `problems`, some part could not be decoded and is empty here: it must not be rendered.
    """

    request: Request
    desired: Manifest
    problems: tuple[Problem, ...] = ()


def parse(data: bytes) -> Any:
    """Return the request's envelope, whose Structs are still bytes; raises MalformedRequestError."""
    try:
        return RunFunctionRequest.FromString(data)
    except DecodeError:
        raise MalformedRequestError("the request is not an apiextensions.fn.proto.v1.RunFunctionRequest") from None


def fetches_resources(envelope: Any) -> bool:
    """Return whether Crossplane fetches required resources; versions that do not list their capabilities may."""
    capabilities = set(envelope.meta.capabilities)
    return (
        protocol.CAPABILITY_CAPABILITIES not in capabilities or protocol.CAPABILITY_REQUIRED_RESOURCES in capabilities
    )


def values(envelope: Any) -> Values:
    """Return the decoded request, with a problem for each part that cannot be decoded."""
    problems: list[Problem] = []

    def read(data: bytes, path: str) -> Manifest:
        try:
            return decode(data, path)
        except UndecodableError as error:
            problems.append(Problem(path=error.path, message=error.message, code="EP111"))
            return {}

    request = Request(
        xr=read(envelope.observed.composite.resource, ""),
        observed={
            key: read(resource.resource, join("observed.resources", key))
            for key, resource in _sorted(envelope.observed.resources)
        },
        desired=frozenset(envelope.desired.resources),
        required={
            name: tuple(
                read(item.resource, join("required_resources", name, position))
                for position, item in enumerate(resources.items)
            )
            for name, resources in _sorted(envelope.required_resources)
        },
        platform=read(envelope.input, "PlatformConfig"),
    )
    desired = read(envelope.desired.composite.resource, "desired.composite")
    return Values(request, desired, tuple(problems))


def _sorted(field: Mapping[str, Any]) -> list[tuple[str, Any]]:
    """Return the entries of a map field sorted by key: their order on the wire is random."""
    return [(key, field[key]) for key in sorted(field)]
