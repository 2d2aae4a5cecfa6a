"""The documents that tests start from: a valid one, to be changed at the place a test is about."""

import random
from collections.abc import Mapping
from typing import Any

from function.apis.infra_binding.sections import services
from function.base.manifest import Json, Manifest

GROUP = "platform.bizmatters.io/v1alpha1"


def worker(**fields: Json) -> Manifest:
    """Return the shortest valid spec, with these fields added or replaced."""
    return {
        "image": "ghcr.io/example/orders:1.2.3",
        "nats": {"stream": "ORDERS", "consumer": "orders-worker"},
        **fields,
    }


def xr(spec: Mapping[str, Json], *, name: str = "orders", namespace: str = "shop", **metadata: Json) -> Manifest:
    """Return the composite that Crossplane makes of a claim."""
    claim: Json = {"apiVersion": GROUP, "kind": "EventDrivenService", "name": name, "namespace": namespace}
    meta: Json = {"name": f"{name}-x7k2p", **metadata}
    return {"apiVersion": GROUP, "kind": "XEventDrivenService", "metadata": meta, "spec": {**spec, "claimRef": claim}}


def namespaced(spec: Json, *, name: str = "orders", namespace: str = "shop", **metadata: Json) -> Manifest:
    """Return a composite of the namespaced API."""
    meta: Json = {"name": name, "namespace": namespace, **metadata}
    return {"apiVersion": GROUP, "kind": "EventDrivenService", "metadata": meta, "spec": spec}


def shuffled(value: Any, source: random.Random) -> Any:
    """Return the value with the keys of every mapping in another order."""
    if isinstance(value, dict):
        keys = list(value)
        source.shuffle(keys)
        return {key: shuffled(value[key], source) for key in keys}
    return [shuffled(item, source) for item in value] if isinstance(value, list) else value


def platform(**settings: Json) -> Manifest:
    """Return a PlatformConfig."""
    return {"apiVersion": "platform.fn.bizmatters.io/v1beta1", "kind": "PlatformConfig", "spec": settings}


ALLOWED: Manifest = {
    "serviceAccountAnnotations": [""],
    "podAnnotations": [""],
    "podLabels": [""],
    "streams": {"kinesisProvision": True, "kafkaUsers": True, "bucketProvision": True},
    "bindingServices": {"types": [*services.MODELS]},
    "preflight": ["connectivity", "schema_compatibility", "permissions", "capacity"],
}
"""The policy of a platform that lets claims have every label and annotation, and bindings every stream and service."""
LOOSE = platform(policy=ALLOWED)
