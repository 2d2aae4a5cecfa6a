"""Exports of a cluster: the observed states of tests/status as Crossplane shows them to users."""

from collections.abc import Iterator

from function.apis.registry import APIS
from function.base.manifest import Json, Manifest, mapping_at, text_at
from function.base.outcome import Outcome
from function.delivery.live import KEY
from function.trace.family import Family
from function.trace.inventory import inventory
from function.trace.target import Target, claims
from tests.status.scene import LABELS, State

FATAL = 'cannot compose resources: pipeline step "compose" returned a fatal result: '
SINCE = "2026-11-21T01:52:32Z"


def export(state: State) -> list[Manifest]:
    """Return the claim, its composite, what is composed, and the pods."""
    xr, outcome = state.xr, state.outcome()
    claim = mapping_at(xr, "spec", "claimRef")
    shown = {**xr, "status": _status(outcome)}
    namespace = text_at(claim or mapping_at(xr, "metadata"), "namespace")
    pods = (state.required or {}).get("pods", ())
    return [
        *([_claim(shown)] if claim else []),
        shown,
        *_composed(state),
        *({**pod, "metadata": _of_pod(pod, namespace)} for pod in pods),
    ]


def family(documents: list[Manifest], name: str, kind: str = "EventDrivenService") -> Family:
    """Return the family of the one claim of this name in an export."""
    known = inventory(documents)
    target = Target((APIS[kind],), "platform.bizmatters.io", name, None)
    (found,) = claims(target, known)
    return Family(api=found.api, claim=found.claim, inventory=known)


def _claim(shown: Manifest) -> Manifest:
    reference = mapping_at(shown, "spec", "claimRef")
    metadata: Manifest = {key: reference[key] for key in ("name", "namespace")}
    spec: Manifest = {"resourceRef": {"name": text_at(shown, "metadata", "name")}}
    conditions = [entry for entry in _conditions(shown) if text_at(entry, "type") != "Synced"]
    status: Manifest = {**mapping_at(shown, "status"), "conditions": [_synced("True", ""), *conditions]}
    head: Manifest = {"apiVersion": shown["apiVersion"], "kind": text_at(shown, "kind")[1:]}
    return {**head, "metadata": metadata, "spec": spec, "status": status}


def _conditions(shown: Manifest) -> Iterator[Json]:
    found = mapping_at(shown, "status")["conditions"]
    assert isinstance(found, list)
    yield from found


def _status(outcome: Outcome) -> Manifest:
    own: list[Json] = [{**dict(vars(condition)), "lastTransitionTime": SINCE} for condition in outcome.conditions]
    synced = _synced("True", "") if outcome.fatal is None else _synced("False", f"{FATAL}{outcome.fatal}")
    ready = all(composed.ready for composed in outcome.resources.values())
    told: Manifest = {"type": "Ready", "status": str(ready), "reason": "Available" if ready else "Creating"}
    return {**outcome.status, "conditions": [synced, told, *own]}


def _synced(status: str, message: str) -> Manifest:
    reason = "ReconcileSuccess" if status == "True" else "ReconcileError"
    return {"type": "Synced", "status": status, "reason": reason, "message": message, "lastTransitionTime": SINCE}


def _composed(state: State) -> Iterator[Manifest]:
    claim = mapping_at(state.xr, "spec", "claimRef")
    name = text_at(state.xr, "metadata", "name")
    labels: Manifest = {"crossplane.io/composite": name}
    if claim:
        labels |= {f"crossplane.io/claim-{key}": claim[key] for key in ("name", "namespace")}
    for key, resource in state.seen().items():
        metadata = mapping_at(resource, "metadata")
        namespace: Manifest = {} if claim else {"namespace": text_at(state.xr, "metadata", "namespace")}
        marked: Manifest = {
            "name": f"{name}-{key}",
            **namespace,
            **metadata,
            "labels": {**mapping_at(metadata, "labels"), **labels},
            "annotations": {**mapping_at(metadata, "annotations"), KEY: key},
        }
        yield {**resource, "metadata": marked}


def _of_pod(pod: Manifest, namespace: str) -> Manifest:
    return {**mapping_at(pod, "metadata"), "namespace": namespace, "labels": LABELS}
