"""What a function sees of a service, written as the cluster would: parts that a state is put together from."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

import yaml

from function.base.manifest import Json, Manifest, at, mapping_at
from function.base.outcome import Outcome
from function.base.request import Request
from function.delivery.mark import MARK
from function.render import render
from tests.bound import with_binding
from tests.documents import platform, worker, xr

RECORDED = Path(__file__).parent.parent / "recorded"
LABELS: Manifest = {"app.kubernetes.io/name": "orders", "app.kubernetes.io/component": "event-driven-worker"}
PODS = platform(diagnosis={"pods": True})
NEWEST, OLDER = "orders-84cd8786c7", "orders-64475cb79b"


@dataclass(frozen=True, kw_only=True)
class State:
    """One situation: all that `render` is asked with.

    The cluster was asked for what `before` gives, the composite as it was then, by default as it is now.
    """

    xr: Manifest
    observed: Mapping[str, Manifest] = field(default_factory=dict)
    required: Mapping[str, Sequence[Manifest]] | None = None
    platform: Manifest = field(default_factory=dict)
    before: Manifest | None = None
    looked_for: bool = True
    """Whether objects that are created were looked for, so that it is known that they do not exist."""
    unconfirmed: bool = False
    """Whether the call before has seen a trigger fail."""

    def seen(self) -> dict[str, Manifest]:
        """Return the observed resources, each with the mark of what the cluster was asked for."""
        asked = Request(xr=self.before or self.xr, platform=self.platform, required=with_binding(self.required or {}))
        made = render(replace(asked, observed=self.observed)).resources or render(asked).resources
        return {
            key: _marked(resource, made[key].manifest) if key in made else resource
            for key, resource in self.observed.items()
        }

    def outcome(self) -> Outcome:
        failing = condition("AutoscalerReady", "Unknown", "AutoscalerUnconfirmed")
        composite: Manifest = {**self.xr, "status": {"conditions": [failing]}} if self.unconfirmed else self.xr
        request = Request(xr=composite, observed=self.seen(), required=self.required, platform=self.platform)
        if self.required is None or not self.looked_for:
            return render(request)
        absent = [name for name in render(request).requirements if name.startswith("existing/")]
        return render(replace(request, required={**dict.fromkeys(absent, ()), **self.required}))


def _marked(resource: Manifest, composed: Manifest) -> Manifest:
    metadata = mapping_at(resource, "metadata")
    annotations = {**mapping_at(metadata, "annotations"), MARK: at(composed, "metadata", "annotations", MARK)}
    return {**resource, "metadata": {**metadata, "annotations": annotations}}


def claim(**fields: Json) -> Manifest:
    return xr(worker(**fields), generation=2)


def recording(name: str) -> Manifest:
    """Return a file of tests/recorded: `observed` by key, `pods`, or `secrets`."""
    loaded: Manifest = yaml.load((RECORDED / f"{name}.yaml").read_text(), Loader=yaml.CSafeLoader)
    return loaded


def condition(kind: str, status: str, reason: str = "", message: str = "") -> Manifest:
    found: Manifest = {"type": kind, "status": status}
    return found | ({"reason": reason} if reason else {}) | ({"message": message} if message else {})


SYNCED = condition("Synced", "True", "ReconcileSuccess")


def wrapped(live: Json, *, asked: Json = None, synced: Manifest = SYNCED, generation: int = 1) -> Manifest:
    """Return an Object; `live` is what the provider saw, None where it never made anything."""
    return {
        "apiVersion": "kubernetes.crossplane.io/v1alpha2",
        "kind": "Object",
        "metadata": {"generation": generation},
        "spec": {"forProvider": {"manifest": asked if asked is not None else _asked(live)}},
        "status": {"conditions": [synced], **({"atProvider": {"manifest": live}} if live is not None else {})},
    }


def not_applied(kind: str, text: str) -> Manifest:
    """Return an Object that the provider could not apply."""
    return wrapped(None, asked={"kind": kind}, synced=condition("Synced", "False", "ReconcileError", text))


def _asked(live: Json) -> Manifest:
    return {part: content for part, content in mapping_at(live).items() if part != "status"}


def service() -> Manifest:
    return {"apiVersion": "v1", "kind": "Service", "metadata": {"name": "orders", "namespace": "shop"}}


def account() -> Manifest:
    return {"apiVersion": "v1", "kind": "ServiceAccount", "metadata": {"name": "orders", "namespace": "shop"}}


ROLLED_OUT = condition(
    "Progressing", "True", "NewReplicaSetAvailable", f'ReplicaSet "{NEWEST}" has successfully progressed.'
)
ROLLING = condition("Progressing", "True", "ReplicaSetUpdated", f'ReplicaSet "{NEWEST}" is progressing.')
OVERDUE = condition(
    "Progressing", "False", "ProgressDeadlineExceeded", f'ReplicaSet "{NEWEST}" has timed out progressing.'
)


def deployment(
    *conditions: Manifest,
    replicas: float = 1,
    ready: float = 0,
    updated: float | None = None,
    total: float | None = None,
) -> Manifest:
    """Return a live Deployment; counts of zero are left out, as Kubernetes does."""
    counts = {
        "replicas": replicas if total is None else total,
        "updatedReplicas": replicas if updated is None else updated,
        "readyReplicas": ready,
        "availableReplicas": ready,
    }
    available = condition("Available", "True" if ready or not replicas else "False")
    return {
        "apiVersion": "apps/v1",
        "kind": "Deployment",
        "metadata": {"name": "orders", "namespace": "shop", "generation": 1},
        "spec": {"replicas": replicas, "selector": {"matchLabels": LABELS}},
        "status": {
            "observedGeneration": 1,
            **{name: count for name, count in counts.items() if count},
            "conditions": [available, *conditions],
        },
    }


def scaled_object(*conditions: Manifest, **status: Json) -> Manifest:
    return {
        "apiVersion": "keda.sh/v1alpha1",
        "kind": "ScaledObject",
        "metadata": {"name": "orders-scaler", "namespace": "shop"},
        "status": {**status, "conditions": list(conditions)},
    }


SCALING = scaled_object(
    condition("Ready", "True", "ScaledObjectReady"),
    condition("Active", "True", "ScalerActive"),
    hpaName="keda-hpa-orders-scaler",
)


def observed(deployment: Json = None, scaler: Json = SCALING, /, **others: Manifest) -> dict[str, Manifest]:
    """Return the Objects of a service by key: these, and Service and ServiceAccount in good order."""
    made = {"deployment": deployment, "scaledobject": scaler, "service": service(), "serviceaccount": account()}
    return {key: wrapped(live) for key, live in made.items() if live is not None} | others


def container(name: str = "main", *, restarts: int = 0, ready: bool = False, **states: Json) -> Manifest:
    """Return a container's status; `states` are waiting, running, terminated, and last for what ended before."""
    last = states.pop("last", None)
    ended: Manifest = {"terminated": last} if last is not None else {}
    return {"name": name, "ready": ready, "restartCount": restarts, "state": states, "lastState": ended}


def pod(*containers: Manifest, replica_set: str = NEWEST, init: Sequence[Manifest] = (), **parts: Json) -> Manifest:
    """Return a pod of a ReplicaSet; `parts` are further fields of its status."""
    return {
        "apiVersion": "v1",
        "kind": "Pod",
        "metadata": {"name": f"{replica_set}-x2v4z", "ownerReferences": [{"kind": "ReplicaSet", "name": replica_set}]},
        "status": {
            "phase": "Pending",
            "initContainerStatuses": list(init),
            "containerStatuses": list(containers),
            **parts,
        },
    }


def waiting(reason: str, message: str = "", *, restarts: int = 0, last: Json = None) -> Manifest:
    """Return a main container that waits."""
    return container(restarts=restarts, waiting={"reason": reason, "message": message}, last=last)


def with_pods(*pods: Manifest, live: Manifest | None = None, document: Manifest | None = None) -> State:
    """Return a state in which pods are looked at."""
    found = deployment(ROLLING) if live is None else live
    return State(xr=document or claim(), observed=observed(found), required={"pods": pods}, platform=PODS)
