"""The owner of an object whose name several claims can use: each claim that writes it adds a mark, an annotation.

No claim overwrites the mark of another one. So if two create an object at the same moment, both marks are there, and
both claims see the same owner: the first by namespace and name.
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
    """Return the owner of a live object, or None if it has no mark; a mark that is not namespace/name is ignored."""
    annotations = mapping_at(live, "metadata", "annotations")
    marks = [text for key, text in annotations.items() if key.startswith(_MARK) and isinstance(text, str)]
    return min(filter(_OWNER.fullmatch, marks), default=None)


def unless_taken(resource: Resource, observed: Json) -> Resource:
    """Return the resource with its mark, and `create_only` unless the live object is known to belong to its owner.

    An Object that manages an object without any mark is of an earlier version, and goes on. What Crossplane composes
    directly belongs to its composite.
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
    """Return whether the live object belongs to somebody else."""
    return resource.create_only and bool(live) and owner(live) != resource.owner


def _changes(observed: Json) -> bool:
    """Return whether the Object changes what exists."""
    policies = items_at(observed, "spec", "managementPolicies")
    return not policies or "*" in policies or "Update" in policies
