"""The InfraBinding claim of a `.infra` file."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from function.apis.api import VERSION
from function.apis.infra_binding.implementation import IMPLEMENTATION
from function.base.manifest import Json, Manifest, present

_PLACEHOLDER = "binding"


class Target(NamedTuple):
    """What a claim has and a file does not."""

    group: str
    namespace: str
    name: str | None = None
    """None if it is not known yet; then nothing about the metadata of the claim is checked."""
    labels: Mapping[str, str] = MappingProxyType({})
    kind: str = IMPLEMENTATION.api.kind
    """The name of the kind in the platform's group."""


def claim(spec: Json, target: Target) -> Manifest:
    """Return the claim with the content of a file as its spec."""
    metadata: Manifest = {
        "name": target.name or _PLACEHOLDER,
        "namespace": target.namespace,
        "labels": dict(target.labels),
    }
    return {
        "apiVersion": f"{target.group}/{VERSION}",
        "kind": target.kind,
        "metadata": present(metadata),
        "spec": spec,
    }
