"""Bindings with a preflight: its Job, and the pods that end with its results."""

from dataclasses import replace

from function.base.manifest import Json, Manifest, text_at
from function.base.preflight import PASSED, REFUSED, TIMEOUT, message
from function.delivery.live import asked
from tests.bindings import CHECKING, binding, composite, process, settled, topic, vault
from tests.leaves import replaced
from tests.status.scene import State, condition

_CLAIM = composite(
    binding(
        streams={
            "orders": topic(brokers="k1:9092,k2:9092"),
            "audit": {"type": "kinesis", "stream": "audit", "region": "us-east-1"},
        },
        secrets={"db": vault(keys=["password"])},
        monitoring={"tracing": {"type": "otel", "endpoint": "http://collector:4318"}},
        deployment={"type": "kubernetes"},
        resources={"authorization": process()},
        preflight={"checks": ["connectivity"]},
    ),
    generation=2,
)
_HEALTHY = settled(_CLAIM, CHECKING)
_KEY = next(key for key in _HEALTHY if key.startswith("preflight-"))
_NAME = text_at(asked(_HEALTHY[_KEY]), "metadata", "name")


def _pod(*results: str, born: str = "2026-01-01T00:00:00Z") -> Manifest:
    ended: Json = {"exitCode": 1, "reason": "Error", "message": message(results)}
    return {
        "apiVersion": "v1",
        "kind": "Pod",
        "metadata": {
            "name": f"{_NAME}-x2v4z",
            "creationTimestamp": born,
            "ownerReferences": [{"kind": "Job", "name": _NAME}],
        },
        "status": {"containerStatuses": [{"name": "preflight", "state": {"terminated": ended}}]},
    }


def _state(*conditions: Manifest, pods: tuple[Manifest, ...] = (), created: bool = True) -> State:
    """Return a state in which all is well but the Job, which has these conditions and pods."""
    seen = {key: found for key, found in _HEALTHY.items() if not key.startswith("flinkdeployment")}
    if created:
        live = "status.atProvider.manifest.status"
        seen[_KEY] = replaced(seen[_KEY], live, {"conditions": list(conditions)})
    else:
        del seen[_KEY]
    return State(xr=_CLAIM, observed=seen, platform=CHECKING, required={"preflight": pods})


_FAILED = condition("Failed", "True", "BackoffLimitExceeded")

STATES = {
    "preflight-waits-for-the-objects": replace(State(xr=_CLAIM, platform=CHECKING), required={"preflight": ()}),
    "preflight-is-created": _state(created=False),
    "preflight-runs": _state(),
    "preflight-tries-again": _state(pods=(_pod(PASSED, TIMEOUT, PASSED),)),
    "preflight-failed": _state(_FAILED, pods=(_pod(PASSED, TIMEOUT, REFUSED),)),
    "preflight-failed-without-a-result": _state(_FAILED),
    "preflight-passed": _state(condition("Complete", "True"), pods=(_pod(PASSED, PASSED, PASSED),)),
    "preflight-passed-and-its-pods-are-gone": _state(condition("Complete", "True")),
}
