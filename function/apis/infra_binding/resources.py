"""The resources of an InfraBinding, in order."""

from function.apis.infra_binding.connections.stored import stored
from function.apis.infra_binding.document import document_name
from function.apis.infra_binding.resolve import Resolved
from function.base.condition import WORKLOAD_AVAILABLE
from function.delivery.resource import Resource
from function.manifests import config_map

DOCUMENT = "document"
ALWAYS = {DOCUMENT: (config_map.KIND.kind, "always: the resolved document")}
"""The keys that every binding has, each with the kind of its object and when it is created."""


def compose(resolved: Resolved) -> list[Resource]:
    """Return the binding's objects: dependencies first, and shared objects before those of single entries.

    Keys contain the logical names, which stay the same if a topic or stream is replaced.
    """
    checks = [resolved.preflight.job] if resolved.preflight and resolved.preflight.job else []
    return [*resolved.objects, *checks, _document(resolved)]


def _document(resolved: Resolved) -> Resource:
    description = resolved.spec.description
    manifest = config_map.manifest(
        resolved.meta,
        name=document_name(resolved.identity),
        annotations={"kubernetes.io/description": description} if description else {},
        data=stored(resolved),
    )
    return Resource(DOCUMENT, manifest, about=WORKLOAD_AVAILABLE)
