"""The roles to install: rights to every kind that is emitted, as the emitting modules declare it in `RESOURCE`."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from function import manifests
from function.apis.infra_binding.sections import streams
from function.base.discovery import discover
from function.base.manifest import Json, Manifest

APPLY = ("get", "list", "watch", "create", "patch", "delete")
COMPOSE = ("get", "list", "watch", "create", "update", "patch", "delete")
STOCK = frozenset({"configmaps", "deployments.apps", "serviceaccounts", "services"})
"""What Crossplane's own role lets it compose of our kinds (clusterrole.yaml of its Helm chart)."""

_GROUP = "rbac.authorization.k8s.io"
_OBJECTS = "event-platform:objects"
_OBJECTS_NOTE = """\
# What provider-kubernetes may touch for us. It applies on the server's side, which is patch, and create where the
# object is new; it never updates. Without a right the Object says so: Synced=False, "… cannot patch resource …". Rules
# for what is not installed or not used can be taken out. The ServiceAccount is that of ../install/provider.yaml.
"""
_COMPOSE_NOTE = """\
# What Crossplane itself may compose for us (delivery: direct), beyond its own role, which has ConfigMaps, Deployments,
# Services and ServiceAccounts. Apply it before the first service: without it Crossplane waits two minutes for each of
# them, then says "Timeout: failed waiting for … Informer to sync". It has every verb that Crossplane checks for: update
# is among them, though it applies as well. Streams are not here: they are always wrapped, since they outlive a binding.
"""


def resources(package: str, path: Iterable[str]) -> set[str]:
    """Return what the modules of a package emit, as plural.group, or plural alone for the core group."""
    modules = discover(package).values()
    return {module.RESOURCE for module in modules if hasattr(module, "RESOURCE")}


def roles() -> Mapping[str, tuple[str, list[Manifest]]]:
    """Return the documents by file name, each with what to know before applying it."""
    plain = resources(manifests.__name__, manifests.__path__)
    kept = resources(streams.__name__, streams.__path__)
    aggregated: Manifest = {
        "name": "event-platform:aggregate-to-crossplane",
        "labels": {"rbac.crossplane.io/aggregate-to-crossplane": "true"},
    }
    return {
        "compose": (_COMPOSE_NOTE, [_role(aggregated, plain - kept - STOCK, COMPOSE)]),
        "objects": (_OBJECTS_NOTE, [_role({"name": _OBJECTS}, plain | kept, APPLY), _binding()]),
    }


def _role(metadata: Manifest, rights: Iterable[str], verbs: Sequence[str]) -> Manifest:
    return {
        "apiVersion": f"{_GROUP}/v1",
        "kind": "ClusterRole",
        "metadata": metadata,
        "rules": list(_rules(rights, verbs)),
    }


def _rules(rights: Iterable[str], verbs: Sequence[str]) -> Iterator[Manifest]:
    """Yield a rule for each API group."""
    by_group: dict[str, list[Json]] = {}
    for plural, _, group in sorted(resource.partition(".") for resource in rights):
        by_group.setdefault(group, []).append(plural)
    for group, plurals in sorted(by_group.items()):
        yield {"apiGroups": [group], "resources": plurals, "verbs": list(verbs)}


def _binding() -> Manifest:
    subject: Manifest = {"kind": "ServiceAccount", "name": "provider-kubernetes", "namespace": "crossplane-system"}
    return {
        "apiVersion": f"{_GROUP}/v1",
        "kind": "ClusterRoleBinding",
        "metadata": {"name": _OBJECTS},
        "roleRef": {"apiGroup": _GROUP, "kind": "ClusterRole", "name": _OBJECTS},
        "subjects": [subject],
    }
