"""The requests that are compared: every example, case and recorded state, and changes of them."""

import random
from collections.abc import Iterator, Sequence
from typing import Any

from crossplane.function.proto.v1 import run_function_pb2 as protocol

from function.base.manifest import Manifest
from function.wire.encode import encode
from function.wire.envelope import RunFunctionRequest
from tools.fuzz.choices import Choices
from tools.fuzz.message import request
from tools.fuzz.mutation import mutated
from tools.fuzz.scenes import Scene, scenes, words
from tools.fuzz.targets.requests import parts_of

_CHANGES_MAX = 4
_CHOICES_BYTES = 64
_CAPABILITIES: Sequence[Sequence[protocol.Capability]] = (
    (),
    (protocol.CAPABILITY_CAPABILITIES, protocol.CAPABILITY_REQUIRED_RESOURCES),
    (protocol.CAPABILITY_CAPABILITIES,),
)
_MANAGED: Manifest = {
    "manager": "crossplane-kubernetes-provider",
    "operation": "Apply",
    "fieldsV1": {"f:spec": {"f:replicas": {}, "f:template": {"f:metadata": {"f:labels": {".": {}}}}}},
}


def committed() -> Iterator[bytes]:
    """Yield each scene as Crossplane would send it, once for each kind of Crossplane."""
    for scene in scenes():
        for capabilities in _CAPABILITIES:
            yield _sent(_whole(scene), capabilities)


def generated(count: int, seed: int) -> Iterator[bytes]:
    """Yield scenes with a few changes anywhere; the same seed gives the same requests."""
    source = random.Random(seed)  # noqa: S311  # nothing secret depends on it
    for _ in range(count):
        choices = Choices(source.randbytes(_CHOICES_BYTES))
        parts = mutated(_whole(choices.pick(scenes())), choices, words(), most=choices.number(_CHANGES_MAX + 1))
        yield _sent(parts, choices.pick(_CAPABILITIES))


def _whole(scene: Scene) -> Manifest:
    """Return the scene with what the API server and earlier steps add to it."""
    parts: Any = parts_of(scene)
    observed = {key: _managed(resource) for key, resource in parts["observed"].items()}
    foreign = {"apiVersion": "example.org/v1", "kind": "Bucket", "metadata": {"name": "bucket"}, "status": {"arn": "x"}}
    return {**parts, "xr": _managed(parts["xr"]), "observed": {**observed, "bucket": _managed(foreign)}}


def _managed(resource: Any) -> Any:
    if not isinstance(resource, dict) or not isinstance(resource.get("metadata"), dict):
        return resource
    return {**resource, "metadata": {**resource["metadata"], "managedFields": [_MANAGED]}}


def _sent(parts: Manifest, capabilities: Sequence[protocol.Capability]) -> bytes:
    message = RunFunctionRequest.FromString(request(parts))
    message.meta.capabilities.extend(capabilities)
    message.context = encode({"apiextensions.crossplane.io/environment": {"region": "eu"}})
    data: bytes = message.SerializeToString()
    return data
