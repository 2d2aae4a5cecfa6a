"""The resources of an InfraBinding, in order."""

from dataclasses import replace

from function.apis.infra_binding.document import document_name
from function.apis.infra_binding.resolve import Resolved
from function.base.condition import TYPES, WORKLOAD_AVAILABLE
from function.base.identity import Identity
from function.base.manifest import text_at
from function.delivery.resource import Resource
from function.manifests import config_map

DOCUMENT = "document"
ALWAYS = {DOCUMENT: (config_map.KIND.kind, "always: the resolved document")}
"""The keys that every binding has, each with the kind of its object and when it is created."""


def compose(resolved: Resolved) -> list[Resource]:
    """Return the binding's objects: dependencies first, and shared objects before those of single entries.

    Keys contain the logical names, which stay the same if a topic or stream is replaced.
    """
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
    return [*(_with_owner(resource, resolved.identity) for resource in of_entries), _document(resolved)]


def _with_owner(resource: Resource, identity: Identity) -> Resource:
    """Return the resource with its owner, unless no other binding can have an object of its name (see `bound_name`)."""
    name, namespace = (text_at(resource.manifest, "metadata", key) for key in ("name", "namespace"))
    if namespace == identity.namespace and name.startswith(f"{identity.name}."):
        return resource
    return replace(resource, owner=f"{identity.namespace}/{identity.name}")


def _document(resolved: Resolved) -> Resource:
    description = resolved.spec.description
    manifest = config_map.manifest(
        resolved.meta,
        name=document_name(resolved.identity),
        annotations={"kubernetes.io/description": description} if description else {},
        data=resolved.document,
    )
    return Resource(DOCUMENT, manifest, about=WORKLOAD_AVAILABLE)
