"""The live object behind an observed composed resource, and whether its desired manifest was applied."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from function.base.manifest import OBJECTS, Json, at, count_at, items_at, mapping_at, text_at
from function.delivery.message import message

KEY = "crossplane.io/composition-resource-name"
"""The annotation that contains a composed resource's key."""

PAUSED = "crossplane.io/paused"
"""The annotation with which Crossplane and its providers leave a resource alone, if it is "true"."""

OBJECT = "Object"
"""The kind of provider-kubernetes in which others are wrapped."""
_OBJECT_GROUPS = ("kubernetes.crossplane.io", "kubernetes.m.crossplane.io")


@dataclass(frozen=True, kw_only=True)
class State:
    """What an observed composed resource shows, or the live object behind it.

    `live` is that object as last observed, {} if it was never created. `applied` is whether the resource's current spec
    was applied to it, `failure` the provider's message if it could not be, `paused` whether it is left alone.
    What is `deleting`, itself or the live object behind it, is created again.
    """

    live: Mapping[str, Json]
    applied: bool
    failure: str = ""
    paused: bool = False
    deleting: bool = False


def is_object(observed: Json) -> bool:
    """Return whether the resource is a provider-kubernetes Object, cluster-scoped or namespaced."""
    group = text_at(observed, "apiVersion").partition("/")[0]
    return group in _OBJECT_GROUPS and text_at(observed, "kind") == OBJECT


def asked(observed: Json) -> Mapping[str, Json]:
    """Return the manifest in the observed Object, or the resource itself."""
    if is_object(observed):
        return _manifest(observed)
    return observed if isinstance(observed, OBJECTS) else {}


def _manifest(observed: Json) -> Mapping[str, Json]:
    return mapping_at(observed, "spec", "forProvider", "manifest")


def identity(manifest: Json) -> tuple[str, str, str]:
    """Return kind, namespace and name of an object."""
    metadata = at(manifest, "metadata")
    return text_at(manifest, "kind"), text_at(metadata, "namespace"), text_at(metadata, "name")


def state(observed: Json) -> State:
    """Return the state of an observed resource.

    An Object that could not be applied still shows the last good state of its target, but nothing of another target
    that it had before. A paused one counts as applied.
    """
    deleting = at(observed, "metadata", "deletionTimestamp") is not None
    if not is_object(observed):
        found = observed if isinstance(observed, Mapping) else {}
        return State(live=found, applied=not deleting, deleting=deleting)
    synced = condition(observed, "Synced")
    status, reason = text_at(synced, "status"), text_at(synced, "reason")
    paused = reason == "ReconcilePaused"
    current = not _behind(synced, observed)
    seen = mapping_at(observed, "status", "atProvider", "manifest")
    live = seen if identity(seen) == identity(_manifest(observed)) else {}
    deleting = deleting or at(live, "metadata", "deletionTimestamp") is not None
    return State(
        live=live,
        applied=not deleting and (paused or (status == "True" and current)),
        failure=(message(synced) or reason) if status == "False" and current and not paused else "",
        paused=paused,
        deleting=deleting,
    )


def orphaned(observed: Json) -> bool:
    """Return whether deleting the Object leaves its target in the cluster."""
    policies = items_at(observed, "spec", "managementPolicies")
    deletes = not policies or "*" in policies or "Delete" in policies
    return is_object(observed) and (not deletes or text_at(observed, "spec", "deletionPolicy") == "Orphan")


def conditions(resource: Json) -> dict[str, Mapping[str, Json]]:
    """Return the resource's conditions by type, the first of each; malformed conditions are ignored."""
    found: dict[str, Mapping[str, Json]] = {}
    for entry in _listed(resource):
        found.setdefault(text_at(entry, "type"), entry)
    return found


def condition(resource: Json, kind: str) -> Mapping[str, Json]:
    """Return the resource's condition of that type, the first one, or {}."""
    for entry in _listed(resource):
        if entry.get("type") == kind:
            return entry
    return {}


def _listed(resource: Json) -> list[Mapping[str, Json]]:
    """Return the conditions; only mappings have `get`, and to ask for their type takes longer."""
    entries: Sequence[Any] = items_at(resource, "status", "conditions")
    return [entry for entry in entries if hasattr(entry, "get")]


def _behind(condition: Json, observed: Json) -> bool:
    """Return whether a condition is about an older generation; providers before runtime 1.19 do not report it."""
    about = count_at(condition, "observedGeneration")
    return 0 < about < count_at(observed, "metadata", "generation")
