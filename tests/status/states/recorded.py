"""The situations that a real control plane was recorded in."""

from function.base.manifest import Json, Manifest, count_at
from tests.documents import platform
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
