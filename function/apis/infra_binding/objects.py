"""The objects of a binding beside its document, in order."""

from dataclasses import replace

from function.apis.infra_binding.resolve import Resolved
from function.base.condition import TYPES
from function.base.identity import Identity
from function.base.manifest import text_at
from function.delivery.resource import Resource


def objects(resolved: Resolved) -> list[Resource]:
    """Return the objects of all parts: dependencies first, and shared objects before single ones."""
    made = [
        *(entry.made for entry in resolved.entries),
        *(job.made for job in resolved.jobs),
        *(monitor.made for monitor in resolved.monitors),
        *(pods.made for pods in resolved.asked),
    ]
    own = [resource for entry in made for resource in entry.own]
    named = {resource.object_id for resource in own}
    shared = {
        resource.key: resource
        for entry in resolved.entries
        for resource in entry.made.shared
        if resource.object_id not in named  # an entry of its own says more about the object
    }
    of_entries = sorted([*shared.values(), *own], key=lambda resource: TYPES.index(resource.about))
    return [_with_owner(resource, resolved.identity) for resource in of_entries]


def _with_owner(resource: Resource, identity: Identity) -> Resource:
    """Return the resource with its owner, unless no other binding can have an object of its name (see `bound_name`)."""
    name, namespace = (text_at(resource.manifest, "metadata", key) for key in ("name", "namespace"))
    if namespace == identity.namespace and name.startswith(f"{identity.name}."):
        return resource
    return replace(resource, owner=f"{identity.namespace}/{identity.name}")
