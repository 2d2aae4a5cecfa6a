"""What Crossplane leaves of an answer on the object that the user applied, in either scope."""

from collections.abc import Sequence

from function.base.identity import Scope
from function.base.manifest import Json, Manifest, mapping_at, text_at
from function.base.outcome import Outcome
from tests.status.scene import State, condition

GENERATION = 5
"""Of what the user applied; a claim's composite counts its own, 2 in the table of states."""
_CLUSTER_OBJECT, _OBJECT = "kubernetes.crossplane.io/v1alpha2", "kubernetes.m.crossplane.io/v1alpha1"


def in_scope(state: State, scope: Scope) -> State:
    """Return the state as it is in this scope: a claim's has a namespaced twin, with Objects of that scope."""
    if scope == "claims":
        return state
    spec = {key: value for key, value in mapping_at(state.xr, "spec").items() if key != "claimRef"}
    claim = mapping_at(state.xr, "spec", "claimRef") or mapping_at(state.xr, "metadata")
    metadata: Manifest = {"name": claim["name"], "namespace": claim["namespace"], "generation": GENERATION}
    kind = text_at(state.xr, "kind").removeprefix("X")
    return State(
        xr={**state.xr, "kind": kind, "metadata": metadata, "spec": spec},
        observed={
            key: {**made, "apiVersion": _OBJECT} if made.get("apiVersion") == _CLUSTER_OBJECT else made
            for key, made in state.observed.items()
        },
        required=state.required,
        platform=state.platform,
        before=in_scope(State(xr=state.before), scope).xr if state.before else None,
    )


def ready(outcome: Outcome) -> bool:
    """Return whether core calls the composite ready."""
    return bool(outcome.resources) and all(composed.ready for composed in outcome.resources.values())


def applied(outcome: Outcome, scope: Scope, generation: int = GENERATION, *, before: Outcome | None = None) -> Manifest:
    """Return the object after `before` and then `outcome`: a fatal answer leaves status and Ready as they were."""
    conditions = {text_at(shown, "type"): shown for shown in _conditions(before, scope)} if before else {}
    conditions |= {text_at(shown, "type"): shown for shown in _conditions(outcome, scope, kept="Ready" in conditions)}
    status = before.status if before and outcome.fatal is not None else outcome.status
    listed: Json = [*conditions.values()]
    return {
        "apiVersion": "platform.bizmatters.io/v1alpha1",
        "kind": "EventDrivenService",
        "metadata": {"name": "orders", "namespace": "shop", "generation": generation},
        "status": {**status, "conditions": listed},
    }


def _conditions(outcome: Outcome, scope: Scope, *, kept: bool = False) -> Sequence[Manifest]:
    ours = [
        condition(reported.type, reported.status, reported.reason, reported.message) for reported in outcome.conditions
    ]
    good = condition("Synced", "True", "ReconcileSuccess")
    failed = condition("Synced", "False", "ReconcileError", "cannot compose resources")
    pending = condition("Ready", "False", "Waiting" if scope == "claims" else "Creating")
    reported = condition("Ready", "True", "Available") if ready(outcome) else pending
    if outcome.fatal is None:
        return [good, reported, *ours]
    # A claim says at once that it waits; a composite gets a Ready with the first answer that is not fatal.
    return [failed, *ours] if scope == "namespaced" else [good, *([] if kept else [reported]), *ours]
