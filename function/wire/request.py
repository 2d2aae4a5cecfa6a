"""Decoding of request bytes into plain values."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from crossplane.function.proto.v1 import run_function_pb2 as protocol
from google.protobuf.message import DecodeError
from google.protobuf.struct_pb2 import Struct

from function.base.manifest import Json, Manifest
from function.base.problems import Problem
from function.base.request import Request
from function.base.undecoded import UndecodableError
from function.wire.decode import LazyObject, decode, whole
from function.wire.envelope import RunFunctionRequest

_KNOWN_BYTES = 64 * 1024
"""Length of settings that are kept once they are decoded."""

_UNREAD = {"metadata": ("managedFields",), "spec": ("crossplane", "resourceRefs")}
"""Fields of the composite that nobody reads and that grow with its composed resources."""


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
    """Return what may be read, and a problem for each part that must be whole and is not."""
    xr, xr_problems = _read(_composite, envelope.observed.composite.resource, "")
    platform, platform_problems = _read(_settings, envelope.input, "PlatformConfig")
    desired, desired_problems = _read(decode, envelope.desired.composite.resource, "desired.composite")
    request = Request(
        xr=xr,
        observed=_observed(envelope.observed.resources),
        desired=frozenset(envelope.desired.resources),
        required=_required(envelope.required_resources) if fetches_resources(envelope) else None,
        platform=platform,
    )
    return Values(request, desired, (*xr_problems, *platform_problems, *desired_problems))


def _read(decode: Callable[[bytes, str], Manifest], data: bytes, path: str) -> tuple[Manifest, list[Problem]]:
    try:
        return decode(data, path), []
    except UndecodableError as error:
        return {}, [error.problem]


def _settings(data: bytes, path: str) -> Manifest:
    """Return the settings. They are the same on every call of one Composition, but for the order of their keys."""
    if len(data) > _KNOWN_BYTES:
        return decode(data, path)  # protobuf would need 100 times their size
    try:
        ordered = Struct.FromString(data).SerializeToString(deterministic=True)
    except DecodeError:
        return decode(data, path)
    return _known_settings(ordered, path)


_known_settings = lru_cache(maxsize=16)(decode)


def _composite(data: bytes, path: str) -> Manifest:
    """Return the composite resource without what is never read; its status is decoded when it is read."""
    xr = LazyObject(data, path)
    return {key: xr.get(key) if key == "status" else _read_of(xr.get(key), _UNREAD.get(key, ())) for key in xr}


def _read_of(value: Json, unread: Collection[str]) -> Json:
    if not unread or not isinstance(value, LazyObject):
        return whole(value)
    return {key: whole(value.get(key)) for key in value if key not in unread}


def _observed(resources: Mapping[str, Any]) -> dict[str, LazyObject]:
    """Return the resources by key, sorted: their order on the wire is random."""
    return {key: LazyObject(resources[key].resource, ("observed.resources", key)) for key in sorted(resources)}


def _required(resources: Mapping[str, Any]) -> dict[str, tuple[LazyObject, ...]]:
    return {
        name: tuple(
            LazyObject(item.resource, (("required_resources", name), position))
            for position, item in enumerate(resources[name].items)
        )
        for name in sorted(resources)
    }
