"""The live object behind an observed composed resource, and whether its desired manifest was applied."""

from collections.abc import Mapping

from function.base.manifest import Json, at, count_at, items_at, mapping_at, text_at
from function.delivery.message import message

KEY = "crossplane.io/composition-resource-name"
"""The annotation that contains a composed resource's key."""

_OBJECT_GROUPS = ("kubernetes.crossplane.io", "kubernetes.m.crossplane.io")


def is_object(observed: Json) -> bool:
    """Return whether the resource is a provider-kubernetes Object, cluster-scoped or namespaced."""
    group = text_at(observed, "apiVersion").partition("/")[0]
    return group in _OBJECT_GROUPS and text_at(observed, "kind") == "Object"


def live(observed: Json) -> Mapping[str, Json]:
    """Return the live object as last observed by an Object, or the resource itself; {} if it was never created."""
    if is_object(observed):
        return mapping_at(observed, "status", "atProvider", "manifest")
    return observed if isinstance(observed, Mapping) else {}


def asked(observed: Json) -> Mapping[str, Json]:
    """Return the manifest in the observed Object, or the resource itself."""
    if is_object(observed):
        return mapping_at(observed, "spec", "forProvider", "manifest")
    return observed if isinstance(observed, Mapping) else {}


def applied(observed: Json) -> bool:
    """Return whether the resource's current spec has been applied.

    An Object that could not be applied still shows the last good state of its target. A paused one counts as applied.
    """
    if deleting(observed):
        return False
    if not is_object(observed) or paused(observed):
        return True
    synced = condition(observed, "Synced")
    return text_at(synced, "status") == "True" and not _behind(synced, observed)


def deleting(observed: Json) -> bool:
    """Return whether the resource or the live object behind it is being deleted; it is then created again."""
    return any(at(found, "metadata", "deletionTimestamp") is not None for found in (observed, live(observed)))


def paused(observed: Json) -> bool:
    """Return whether reconciliation of this Object is paused."""
    return is_object(observed) and text_at(condition(observed, "Synced"), "reason") == "ReconcilePaused"


def failure(observed: Json) -> str:
    """Return the provider's message if it could not apply the Object's current spec, or ""."""
    synced = condition(observed, "Synced") if is_object(observed) else {}
    if text_at(synced, "status") != "False" or paused(observed) or _behind(synced, observed):
        return ""
    return message(synced) or text_at(synced, "reason")


def orphaned(observed: Json) -> bool:
    """Return whether deleting the Object leaves its target in the cluster."""
    policies = items_at(observed, "spec", "managementPolicies")
    deletes = not policies or "*" in policies or "Delete" in policies
    return is_object(observed) and (not deletes or text_at(observed, "spec", "deletionPolicy") == "Orphan")


def condition(resource: Json, kind: str) -> Mapping[str, Json]:
    """Return the resource's condition of that type, or {}; malformed conditions are ignored."""
    for entry in items_at(resource, "status", "conditions"):
        if isinstance(entry, Mapping) and text_at(entry, "type") == kind:
            return entry
    return {}


def _behind(condition: Json, observed: Json) -> bool:
    """Return whether a condition is about an older generation; providers before runtime 1.19 do not report it."""
    about = count_at(condition, "observedGeneration")
    return 0 < about < count_at(observed, "metadata", "generation")
