"""From request bytes to plain values."""

from collections.abc import Mapping, Sequence
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
    """Bytes that are no RunFunctionRequest, so that there is not even a tag to answer."""


class UnreadableRequestError(ValueError):
    """A request whose parts cannot all be decoded; `problems` name each of those parts."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__(f"{len(problems)} part(s) of the request cannot be decoded")


@dataclass(frozen=True)
class Values:
    """What `render` is asked with, and the composite as earlier steps want it, often {}."""

    request: Request
    desired: Manifest


def parse(data: bytes) -> Any:
    """Return the request's envelope, whose Structs are still bytes; raises MalformedRequestError."""
    try:
        return RunFunctionRequest.FromString(data)
    except DecodeError:
        raise MalformedRequestError("the request is no apiextensions.fn.proto.v1.RunFunctionRequest") from None


def fetches_resources(envelope: Any) -> bool:
    """Return whether Crossplane would fetch required resources; a core that says nothing of itself may."""
    told = set(envelope.meta.capabilities)
    return protocol.CAPABILITY_CAPABILITIES not in told or protocol.CAPABILITY_REQUIRED_RESOURCES in told


def values(envelope: Any) -> Values:
    """Return everything decoded; raises UnreadableRequestError, so that nothing observed is ever silently missing."""
    problems: list[Problem] = []

    def read(data: bytes, path: str) -> Manifest:
        try:
            return decode(data, path)
        except UndecodableError as error:
            problems.append(Problem(path=error.path, message=error.message, code="EP111"))
            return {}

    asked = Request(
        xr=read(envelope.observed.composite.resource, ""),
        observed={
            key: read(resource.resource, join("observed.resources", key))
            for key, resource in _sorted(envelope.observed.resources)
        },
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
    if problems:
        raise UnreadableRequestError(problems)
    return Values(asked, desired)


def _sorted(field: Mapping[str, Any]) -> list[tuple[str, Any]]:
    """Return a map field's entries by key: on the wire their order is random."""
    return [(key, field[key]) for key in sorted(field)]
