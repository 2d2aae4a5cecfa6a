"""The state of a cluster once a function has nothing more to do: each function observes what it asked for itself."""

import random
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import TypeAlias

from function.apis.claim import composite_of
from function.apis.registry import APIS
from function.base.manifest import Json, Manifest, mapping_at, text_at
from function.plan import cluster
from tools.bench import stored, wire
from tools.bench.answer import Answer, UnusableError, read

Call: TypeAlias = Callable[[bytes], bytes]

_MOST_CALLS = 6
_REQUIRING_CALLS = 2
"""The settings in the cluster determine what else is asked for."""
_CONDITIONS: tuple[Manifest, ...] = (
    {"type": "Synced", "status": "True", "reason": "ReconcileSuccess"},
    {"type": "Ready", "status": "True", "reason": "Available"},
)


@dataclass(frozen=True)
class State:
    """A composite and its composed resources by key, and what the function asks for."""

    xr: Manifest
    observed: Mapping[str, Manifest]
    required: tuple[str, ...] = ()


def fresh(claim: Manifest, settings: Manifest, call: Call) -> State:
    """Return the state before anything exists."""
    xr = composite_of(APIS[text_at(claim, "kind")], claim)
    spec = {**mapping_at(xr, "spec"), "compositionRef": {"name": "benchmark"}, "compositionUpdatePolicy": "Automatic"}
    state = State(stored.composite({**xr, "spec": spec}), {})
    for _ in range(_REQUIRING_CALLS):
        state = replace(state, required=read(call(request(state, settings))).required)
    return state


def settled(claim: Manifest, settings: Manifest, call: Call) -> State:
    """Return the state in which the function answers what it answered before; raises UnusableError if there is none."""
    state, before = fresh(claim, settings, call), None
    for _ in range(_MOST_CALLS):
        answer = read(call(request(state, settings)))
        if answer == before and answer.ready == answer.resources.keys():
            return state
        state, before = _applied(state, answer), answer
    raise UnusableError(f"{text_at(claim, 'metadata', 'name')} is not at rest after {_MOST_CALLS} answers")


def request(state: State, settings: Manifest, order: random.Random | None = None) -> bytes:
    """Return the request for this state, with its maps in this order."""
    return wire.request(state.xr, state.observed, settings, state.required, order or random.Random(0))  # noqa: S311 - an order


def _applied(state: State, answer: Answer) -> State:
    """Return the state once everything is done that the answer asks for."""
    owner = text_at(state.xr, "metadata", "name")
    observed = {key: stored.composed(resource, owner) for key, resource in cluster.observed(answer.resources).items()}
    references: list[Json] = [
        {
            "apiVersion": resource["apiVersion"],
            "kind": resource["kind"],
            "name": text_at(resource, "metadata", "name"),
        }
        for resource in observed.values()
    ]
    xr = {
        **state.xr,
        "metadata": {key: part for key, part in mapping_at(state.xr, "metadata").items() if key != "managedFields"},
        "spec": {**mapping_at(state.xr, "spec"), "resourceRefs": references},
        "status": {**answer.status, "conditions": [*_CONDITIONS, *answer.conditions]},
    }
    return State(stored.composite(xr), observed, answer.required)
