"""Strategies for whole documents: valid ones, such with one mutation, and any JSON that looks like them from afar."""

from collections.abc import Callable, Iterator, Mapping
from copy import deepcopy
from typing import Any

from hypothesis import strategies as st

from function.apis.event_driven_service.model.service import EventDrivenService
from function.base.manifest import Json, Manifest
from function.platform.config import Document
from function.platform.size import SIZES
from tests.documents import GROUP, namespaced, xr
from tests.property.models import Strategy, documents

SPECS = documents(EventDrivenService, always=["nats"], never=["bindingRef", "connections"])
"""Valid specs, without what must be that of others: names of the platform's connections and fields of a binding."""
COMPOSITES = st.builds(xr, SPECS) | st.builds(namespaced, SPECS)
"""Valid composites of both scopes."""
KEYS = ("serviceaccount", "deployment", "service", "scaledobject", "poddisruptionbudget", "podmonitor", "pods", "other")
_NAMES = (
    *("apiVersion", "kind", "metadata", "spec", "status", "name", "namespace", "labels", "generation", "claimRef"),
    *("conditions", "type", "reason", "message", "observedGeneration", "atProvider", "manifest", "forProvider"),
    *("replicas", "readyReplicas", "updatedReplicas", "image", "nats", "stream", "items", "sizes", "delivery"),
)
_TEXTS = (
    *(GROUP, "XEventDrivenService", "EventDrivenService", "kubernetes.crossplane.io/v1alpha2", "Object", "Deployment"),
    *("platform.fn.bizmatters.io/v1beta1", "PlatformConfig", "True", "False", "Unknown", "Ready", "Synced"),
    *("Progressing", "NewReplicaSetAvailable", "Available", "ReconcilePaused", "", "\n", "1e999"),
)
_NUMBERS = st.integers() | st.floats(allow_nan=False, allow_infinity=False)
_SCALARS = st.none() | st.booleans() | _NUMBERS | st.sampled_from(_TEXTS) | st.text(max_size=4)
JSON: Strategy = st.recursive(
    _SCALARS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(_NAMES), inner, max_size=4),
    max_leaves=10,
)
OBJECTS: Strategy = st.dictionaries(st.sampled_from(_NAMES), JSON, max_size=5)
ORDERS = st.randoms(use_true_random=True)
"""What to shuffle with: one number is drawn, not a permutation for each mapping, which takes seconds."""
Mutation = Callable[[Any, Any, Json], None]


def platforms() -> Strategy:
    """Return valid settings: a default size is one of the table, and names are those of an API that exists."""
    return documents(Document).map(_consistent)


def _consistent(document: Mapping[str, Any]) -> Manifest:
    spec = dict(document.get("spec", {}))
    if "sizes" in spec or "defaultSize" in spec:
        spec["defaultSize"] = min(spec.get("sizes", SIZES))
    if spec.get("names"):
        spec["names"] = {"EventDrivenService": next(iter(spec["names"].values()))}
    return {**document, "spec": spec}


def mutated(document: Manifest) -> Strategy:
    """Return the document with one change somewhere: a value dropped, retyped, renamed or put deeper."""
    return st.builds(
        _changed, st.just(document), st.sampled_from([*places(document)]), st.sampled_from(_MUTATIONS), JSON
    )


def places(value: Any) -> Iterator[tuple[Any, ...]]:
    """Yield the steps to each value of a document."""
    steps = value if isinstance(value, dict) else range(len(value)) if isinstance(value, list) else ()
    for step in steps:
        yield (step,)
        yield from ((step, *below) for below in places(value[step]))


def _changed(document: Manifest, place: tuple[Any, ...], mutation: Mutation, new: Json) -> Manifest:
    changed: Any = deepcopy(document)
    below = changed
    for step in place[:-1]:
        below = below[step]
    mutation(below, place[-1], new)
    return dict(changed)


def _drop(below: Any, step: Any, _: Json) -> None:
    del below[step]


def _retype(below: Any, step: Any, new: Json) -> None:
    below[step] = new


def _rename(below: Any, step: Any, _: Json) -> None:
    value = below.pop(step)
    below.append(value) if isinstance(below, list) else below.update({f"{step}s": value})


def _deepen(below: Any, step: Any, _: Json) -> None:
    below[step] = {"spec": [below[step]]}


_MUTATIONS: tuple[Mutation, ...] = (_drop, _retype, _rename, _deepen)
