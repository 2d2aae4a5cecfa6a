"""Whose an object is that several claims can reach, told by marks: one annotation for each claim that has written it.

No claim overwrites the mark of another one. So if two have created an object at the same moment, both marks are there,
and both claims see the same owner: the first by namespace and name.
"""

import re
from dataclasses import replace
from hashlib import sha256

from function.base.manifest import Json, Manifest, items_at, mapping_at
from function.delivery.live import asked, identity, is_object, state
from function.delivery.resource import Resource

_MARK = "platform.fn.bizmatters.io/owner"
"""How the key of a mark begins. A person may write one too, to hand an object over; what follows is then free."""
_OWNER = re.compile("[a-z0-9][-.a-z0-9]{0,252}/[a-z0-9][-.a-z0-9]{0,252}")
_DIGITS = 8


def owned(resource: Resource) -> Resource:
    """Return the resource with the mark of its owner."""
    metadata = mapping_at(resource.manifest, "metadata")
    mark = {f"{_MARK}-{sha256(resource.owner.encode()).hexdigest()[:_DIGITS]}": resource.owner}
    annotations: Manifest = {**mapping_at(metadata, "annotations"), **mark}
    return replace(resource, manifest={**resource.manifest, "metadata": {**metadata, "annotations": annotations}})


def owner(live: Json) -> str | None:
    """Return the owner of a live object, or None if it has no mark; what is no namespace and name is no mark."""
    annotations = mapping_at(live, "metadata", "annotations")
    marks = [text for key, text in annotations.items() if key.startswith(_MARK) and isinstance(text, str)]
    return min(filter(_OWNER.fullmatch, marks), default=None)


def unless_taken(resource: Resource, observed: Json) -> Resource:
    """Return the resource with its mark: what may belong to somebody else is created only if it is absent.

    It is changed and deleted as well once its owner is seen on it, and if its Object did so before there were marks.
    What Crossplane composes itself belongs to its composite.
    """
    if not resource.owner:
        return resource
    marked = owned(resource)
    if observed and not is_object(observed):
        return marked
    found = state(observed)
    same = bool(found.live) and identity(asked(observed)) == identity(resource.manifest)
    owners = (resource.owner, None) if _changes(observed) else (resource.owner,) if found.applied else ()
    return replace(marked, create_only=not same or owner(found.live) not in owners)


def foreign(resource: Resource, live: Json) -> bool:
    """Return whether the object was there before and belongs to somebody else."""
    return resource.create_only and bool(live) and owner(live) != resource.owner


def _changes(observed: Json) -> bool:
    """Return whether the Object changes what exists."""
    policies = items_at(observed, "spec", "managementPolicies")
    return not policies or "*" in policies or "Update" in policies
