"""The objects of a binding beside its document, in order."""

from collections.abc import Sequence
from dataclasses import replace

from function.apis.infra_binding.asked import Asked
from function.apis.infra_binding.entry import Entry
from function.apis.infra_binding.jobs.job import Job
from function.apis.infra_binding.monitors.monitor import Monitor
from function.base.condition import TYPES
from function.base.identity import Identity
from function.base.manifest import text_at
from function.delivery.resource import Resource


def objects(
    identity: Identity, entries: Sequence[Entry], others: Sequence[Job | Monitor | Asked]
) -> tuple[Resource, ...]:
    """Return the objects of all parts: dependencies first, and shared objects before single ones."""
    own = [resource for part in (*entries, *others) for resource in part.made.own]
    named = {resource.object_id for resource in own}
    shared = {
        resource.key: resource
        for entry in entries
        for resource in entry.made.shared
        if resource.object_id not in named  # an entry of its own says more about the object
    }
    of_entries = sorted([*shared.values(), *own], key=lambda resource: TYPES.index(resource.about))
    return tuple(_with_owner(resource, identity) for resource in of_entries)


def _with_owner(resource: Resource, identity: Identity) -> Resource:
    """Return the resource with its owner, unless no other binding can have an object of its name (see `bound_name`)."""
    name, namespace = (text_at(resource.manifest, "metadata", key) for key in ("name", "namespace"))
    if namespace == identity.namespace and name.startswith(f"{identity.name}."):
        return resource
    return replace(resource, owner=f"{identity.namespace}/{identity.name}")
