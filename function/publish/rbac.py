"""The roles to install: the right to every kind that is emitted, as the emitting modules declare it in `RESOURCE`."""

from collections.abc import Iterator, Sequence

from function import manifests, streams
from function.base.manifest import Json, Manifest
from function.base.plugins import members

_READ = ("get", "list", "watch")
APPLY = (*_READ, "create", "patch", "delete")
"""provider-kubernetes applies on the server's side, which is patch, and create where the object is new."""
COMPOSE = (*_READ, "create", "update", "patch", "delete")
"""Crossplane checks for update, though it applies as well."""
STOCK = frozenset({"configmaps", "deployments.apps", "serviceaccounts", "services"})
"""What Crossplane's own role lets it compose of our kinds (clusterrole.yaml of its Helm chart)."""

_ROLE = "rbac.authorization.k8s.io/v1"
_OBJECTS = "event-platform:objects"


def emitted() -> list[str]:
    """Return what is emitted, spelled plural.group as Kubernetes does, sorted; kinds of a stream platform included."""
    modules = [
        module
        for package in (manifests, streams)
        for module in members(package.__name__, list(package.__path__)).values()
    ]
    return sorted({module.RESOURCE for module in modules if hasattr(module, "RESOURCE")})


def objects() -> list[Manifest]:
    """Return the role of provider-kubernetes, and its binding to the ServiceAccount of package/install."""
    subject: Json = {"kind": "ServiceAccount", "name": "provider-kubernetes", "namespace": "crossplane-system"}
    binding: Manifest = {
        "apiVersion": _ROLE,
        "kind": "ClusterRoleBinding",
        "metadata": {"name": _OBJECTS},
        "roleRef": {"apiGroup": "rbac.authorization.k8s.io", "kind": "ClusterRole", "name": _OBJECTS},
        "subjects": [subject],
    }
    return [_role({"name": _OBJECTS}, emitted(), APPLY), binding]


def compose() -> list[Manifest]:
    """Return the role that Crossplane takes over by its label, for what its own role lacks."""
    metadata: Manifest = {
        "name": "event-platform:aggregate-to-crossplane",
        "labels": {"rbac.crossplane.io/aggregate-to-crossplane": "true"},
    }
    return [_role(metadata, [resource for resource in emitted() if resource not in STOCK], COMPOSE)]


def _role(metadata: Manifest, resources: Sequence[str], verbs: Sequence[str]) -> Manifest:
    return {
        "apiVersion": _ROLE,
        "kind": "ClusterRole",
        "metadata": metadata,
        "rules": list(_rules(resources, verbs)),
    }


def _rules(resources: Sequence[str], verbs: Sequence[str]) -> Iterator[Manifest]:
    """Yield a rule for each API group."""
    by_group: dict[str, list[Json]] = {}
    for resource in resources:
        plural, _, group = resource.partition(".")
        by_group.setdefault(group, []).append(plural)
    for group, plurals in sorted(by_group.items()):
        yield {"apiGroups": [group], "resources": plurals, "verbs": list(verbs)}
