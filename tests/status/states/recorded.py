"""The situations that a real control plane was recorded in."""

from function.base.manifest import Json, Manifest, at, count_at, text_at
from function.delivery.live import asked
from tests.bindings import binding, namespaced, topic
from tests.documents import platform
from tests.leaves import replaced
from tests.status.scene import (
    PODS,
    RECORDED,
    ROLLED_OUT,
    SCALING,
    State,
    claim,
    deployment,
    observed,
    recording,
    wrapped,
)

_AT_ZERO = (
    "idle-at-zero",
    "idle-replica-count",
    "idle-replica-count-active",
    "active-from-zero",
    "trigger-error-at-zero",
)
_FALLBACK: Json = {"failureThreshold": 2, "replicas": 4}


def _scaling(name: str, seen: Manifest) -> Json:
    """Return what the claim of the recording must have asked for."""
    if "scaledobject" not in seen:
        replicas = count_at(seen.get("deployment"), "status", "atProvider", "manifest", "spec", "replicas")
        return {"enabled": False, "minReplicas": replicas or 1}
    return {
        **({"minReplicas": 0} if name in _AT_ZERO else {}),
        **({"fallback": _FALLBACK} if name == "fallback" else {}),
        **({"paused": True} if name == "paused" else {}),
    }


def _state(name: str) -> State:
    found = recording(name)
    if name.startswith("owner-"):
        return _of_binding(found)
    if "secrets" in found or name.startswith("external-secret"):
        return _with_secret(found)
    seen, pods = found["observed"], found["pods"]
    assert isinstance(seen, dict)
    assert isinstance(pods, list)
    return State(
        xr=claim(scaling=_scaling(name, seen)),
        observed=seen,
        required={"pods": pods},
        platform=PODS,
        unconfirmed=name.startswith("trigger-"),
    )


def _of_binding(found: Manifest) -> State:
    """Return a binding with one topic, whose Object was recorded."""
    seen = found["observed"]
    assert isinstance(seen, dict)
    manifest = asked(seen["stream-orders"])
    partitions = at(manifest, "spec", "partitions")
    brokers = "main-kafka-bootstrap.shop.svc:9093"
    spec = binding(streams={"orders": topic(brokers=brokers, partitions=partitions, replication=1)})
    name = text_at(manifest, "metadata", "labels", "app.kubernetes.io/name")
    return State(xr=replaced(namespaced(spec), "metadata.name", name), observed=seen)


def _with_secret(found: Manifest) -> State:
    """Return a service that takes a key of the Secret that an ExternalSecret makes."""
    secrets = found.get("secrets", [])
    assert isinstance(secrets, list)
    keys: Json = [{"secretKey": "DATABASE_PASSWORD", "envName": "DATABASE_PASSWORD"}]
    return State(
        xr=claim(secretRefs=[{"name": "orders", "env": keys}]),
        observed=observed(None, SCALING, deployment=wrapped(deployment(ROLLED_OUT, ready=1))),
        required={"secret/orders": secrets},
        platform=platform(diagnosis={"secrets": True}),
    )


STATES = {f"recorded-{file.stem}": _state(file.stem) for file in sorted(RECORDED.glob("*.yaml"))}
