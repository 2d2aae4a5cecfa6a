"""A pod and its autoscaler, as a claim renders them."""

from typing import Any

from function.base.manifest import Json, Manifest


def container(**fields: Json) -> Manifest:
    """Return the main container with these fields."""
    return {"name": "main", "image": "ghcr.io/example/orders:1", **fields}


def env(**values: str) -> list[Json]:
    return [{"name": name, "value": value} for name, value in values.items()]


def key(name: str, secret: str, of: str, *, optional: bool = False, kind: str = "secretKeyRef") -> Manifest:
    """Return a variable with the value of a key."""
    return {"name": name, "valueFrom": {kind: {"name": secret, "key": of, **({"optional": True} if optional else {})}}}


def deployment(*containers: Manifest, **pod: Any) -> Manifest:
    """Return a Deployment whose last container is the service."""
    *steps, main = containers
    spec: Manifest = {"containers": [main], **({"initContainers": steps} if steps else {}), **pod}
    metadata: Manifest = {"name": "orders", "namespace": "shop"}
    return {"kind": "Deployment", "metadata": metadata, "spec": {"template": {"spec": spec}}}


def scaler(*triggers: Json) -> Manifest:
    return {"kind": "ScaledObject", "spec": {"triggers": [*triggers]}}


def jetstream(stream: str, consumer: str) -> Manifest:
    return {"type": "nats-jetstream", "metadata": {"stream": stream, "consumer": consumer}}
