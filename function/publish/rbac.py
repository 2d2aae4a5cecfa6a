"""The roles to install: rights to every kind that is emitted."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from function.base.kind import Kind
from function.base.manifest import Json, Manifest
from function.publish.kinds import kinds

APPLY = ("get", "list", "watch", "create", "patch", "delete")
COMPOSE = ("get", "list", "watch", "create", "update", "patch", "delete")
STOCK = frozenset({("", "configmaps"), ("apps", "deployments"), ("", "serviceaccounts"), ("", "services")})
"""What Crossplane's own role lets it compose of our kinds (clusterrole.yaml of its Helm chart)."""

_GROUP = "rbac.authorization.k8s.io"
_OBJECTS = "event-platform:objects"
_OBJECTS_NOTE = """\
# What provider-kubernetes may touch for us. It applies on the server's side, which is patch, and create where the
# object is new; it never updates. Without a right the Object says so: Synced=False, "… cannot patch resource …". Rules
# for what is not installed or not used can be taken out. The ServiceAccount is that of ../install/runtime.yaml.
"""
_COMPOSE_NOTE = """\
# What Crossplane itself may compose for us (delivery: direct), beyond its own role, which has ConfigMaps, Deployments,
# Services and ServiceAccounts. Apply it before the first service: without it Crossplane waits two minutes for each of
# them, then says "Timeout: failed waiting for … Informer to sync". It has every verb that Crossplane checks for: update
# is among them, though it applies as well. Streams are not here: they are always wrapped, since they outlive a binding.
"""


def roles() -> Mapping[str, tuple[str, list[Manifest]]]:
    """Return the documents by file name, each with what to know before applying it."""
    emitted = kinds()
    composed = [kind for kind in emitted if not kind.holds_data and (kind.group, kind.plural) not in STOCK]
    aggregated: Manifest = {
        "name": "event-platform:aggregate-to-crossplane",
        "labels": {"rbac.crossplane.io/aggregate-to-crossplane": "true"},
    }
    return {
        "compose": (_COMPOSE_NOTE, [_role(aggregated, composed, COMPOSE)]),
        "objects": (_OBJECTS_NOTE, [_role({"name": _OBJECTS}, emitted, APPLY), _binding()]),
    }


def _role(metadata: Manifest, touched: Iterable[Kind], verbs: Sequence[str]) -> Manifest:
    return {
        "apiVersion": f"{_GROUP}/v1",
        "kind": "ClusterRole",
        "metadata": metadata,
        "rules": list(_rules(touched, verbs)),
    }


def _rules(touched: Iterable[Kind], verbs: Sequence[str]) -> Iterator[Manifest]:
    """Yield a rule for each API group."""
    by_group: dict[str, list[Json]] = {}
    for group, plural in sorted({(kind.group, kind.plural) for kind in touched}):
        by_group.setdefault(group, []).append(plural)
    for group, plurals in by_group.items():
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
