"""Decoding of request bytes into plain values."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from crossplane.function.proto.v1 import run_function_pb2 as protocol
from google.protobuf.message import DecodeError

from function.base.manifest import Manifest
from function.base.problems import Problem, join
from function.base.request import Request, Unreadable
from function.wire.decode import UndecodableError, decode
from function.wire.envelope import RunFunctionRequest


class MalformedRequestError(ValueError):
    """The bytes are not a RunFunctionRequest. No response is possible, because it must repeat the request's tag."""


@dataclass(frozen=True)
class Values:
    """The request for `render`, and `desired`: the composite as desired by earlier steps, often {}.

    With `problems`, the composite or the settings could not be decoded: nothing may be rendered.
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
    """Return everything decoded, and a problem for each part that cannot be."""
    xr, xr_problems = _read(envelope.observed.composite.resource, "")
    platform, platform_problems = _read(envelope.input, "PlatformConfig")
    desired, desired_problems = _read(envelope.desired.composite.resource, "desired.composite")
    observed, unreadable = _observed(envelope)
    required, also_unreadable = _required(envelope)
    request = Request(
        xr=xr,
        observed=observed,
        desired=frozenset(envelope.desired.resources),
        required=required if fetches_resources(envelope) else None,
        platform=platform,
        unreadable=(*unreadable, *also_unreadable),
    )
    return Values(request, desired, (*xr_problems, *platform_problems, *desired_problems))


def _read(data: bytes, path: str) -> tuple[Manifest, list[Problem]]:
    try:
        return decode(data, path), []
    except UndecodableError as error:
        return {}, [Problem(path=error.path, message=error.message, code="EP111")]


def _observed(envelope: Any) -> tuple[dict[str, Manifest], list[Unreadable]]:
    observed, unreadable = {}, []
    for key, resource in _sorted(envelope.observed.resources):
        manifest, problems = _read(resource.resource, join("observed.resources", key))
        if problems:
            unreadable += [Unreadable(part="observed", name=key, problem=problem) for problem in problems]
        else:
            observed[key] = manifest
    return observed, unreadable


def _required(envelope: Any) -> tuple[dict[str, tuple[Manifest, ...]], list[Unreadable]]:
    required, unreadable = {}, []
    for name, resources in _sorted(envelope.required_resources):
        read = [
            _read(item.resource, join("required_resources", name, position))
            for position, item in enumerate(resources.items)
        ]
        problems = [problem for _, found in read for problem in found]
        if problems:
            unreadable += [Unreadable(part="required", name=name, problem=problem) for problem in problems]
        else:
            required[name] = tuple(manifest for manifest, _ in read)
    return required, unreadable


def _sorted(field: Mapping[str, Any]) -> list[tuple[str, Any]]:
    """Return the entries of a map field sorted by key: their order on the wire is random."""
    return [(key, field[key]) for key in sorted(field)]
