"""The roles to install: permissions for every kind that is emitted."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from function.apis.infra_binding.preflight.result import POD
from function.base.kind import Kind
from function.base.manifest import Json, Manifest
from function.manifests import config_map, workspace
from function.publish.kinds import kinds

READ = ("get", "list", "watch")
APPLY = ("get", "list", "watch", "create", "patch", "delete")
COMPOSE = ("get", "list", "watch", "create", "update", "patch", "delete")
STOCK = frozenset({("", "configmaps"), ("apps", "deployments"), ("", "serviceaccounts"), ("", "services")})
"""The emitted kinds that Crossplane's own role already covers (clusterrole.yaml of its Helm chart)."""

_GROUP = "rbac.authorization.k8s.io"
_OBJECTS = "event-platform:objects"
_TERRAFORM = "event-platform:terraform"
_OBJECTS_NOTE = """\
# Permissions of provider-kubernetes. It uses server-side apply, which needs patch, and create for a new object; it
# never updates. It deletes nothing that holds data: an Object of such a kind leaves it behind. If a permission is
# missing, the Object reports it: Synced=False, "… cannot patch resource …". You can remove the rules for kinds that you
# do not use. ../install/runtime.yaml creates the ServiceAccount.
"""
_BINDINGS_NOTE = """\
# Permission of Crossplane to read the documents of bindings for services with bindingRef. Crossplane's own role covers
# ConfigMaps already: apply this role only if you restrict that one. A document is read by its name, but Crossplane
# watches the kind, which needs list and watch in the whole cluster.
"""
_COMPOSE_NOTE = """\
# Permissions of Crossplane to compose objects directly (delivery: direct), in addition to its own role, which covers
# ConfigMaps, Deployments, Services, and ServiceAccounts. Apply this role before the first service. Without it,
# Crossplane waits two minutes for each kind and reports "Timeout: failed waiting for … Informer to sync". The role
# contains every verb that Crossplane checks. Crossplane uses server-side apply, but also checks for update. Topics,
# streams, databases, and volumes are not included: they are always wrapped in Objects, because they outlive a binding.
"""
_PREFLIGHT_NOTE = """\
# Permission of Crossplane to read the pods of preflights, which end with the results. Apply it only with
# policy.preflight, and before it: with the setting but without the role, Crossplane reconciles no binding that
# has a preflight. Crossplane watches what it reads, which needs list and watch in the whole cluster.
"""
_TERRAFORM_NOTE = """\
# Permission of provider-kubernetes to write Workspaces of Crossplane's provider for Terraform. That provider runs the
# module that a Workspace names, with its own credentials. So apply this role only if PlatformConfig.spec.terraform
# .workspaces is set, and only with PlatformConfig.spec.policy.terraform, which says which modules bindings may use.
"""
_TERRAFORM_COMPOSE_NOTE = """\
# The same permission for Crossplane, to compose Workspaces directly (delivery: direct). Where Crossplane's RBAC manager
# runs, the provider for Terraform brings it along.
"""
_WORKSPACES_NOTE = """\
# Permission of Crossplane to read Workspaces of its provider for Terraform, whose outputs are values of variables in
# bindings. Apply it only if PlatformConfig.spec.variables.sources names a Workspace. It gives no permission to change
# one.
"""


def roles() -> Mapping[str, tuple[str, list[Manifest]]]:
    """Return the documents by file name, each with the comment for the top of its file."""
    emitted = [kind for kind in kinds() if not kind.runs_code]
    running = [kind for kind in kinds() if kind.runs_code]
    composed = [kind for kind in emitted if not kind.holds_data and (kind.group, kind.plural) not in STOCK]
    aggregated: Manifest = {
        "name": "event-platform:aggregate-to-crossplane",
        "labels": {"rbac.crossplane.io/aggregate-to-crossplane": "true"},
    }
    reading: Manifest = {**aggregated, "name": "event-platform:read-bindings"}
    outputs: Manifest = {**aggregated, "name": "event-platform:read-workspaces"}
    ended: Manifest = {**aggregated, "name": "event-platform:read-preflights"}
    modules: Manifest = {**aggregated, "name": "event-platform:compose-terraform"}
    return {
        "bindings": (_BINDINGS_NOTE, [_role(reading, [config_map.KIND], READ)]),
        "compose": (_COMPOSE_NOTE, [_role(aggregated, composed, COMPOSE)]),
        "objects": (_OBJECTS_NOTE, [_role({"name": _OBJECTS}, emitted, APPLY), _binding(_OBJECTS)]),
        "preflight": (_PREFLIGHT_NOTE, [_role(ended, [POD], READ)]),
        "terraform-compose": (_TERRAFORM_COMPOSE_NOTE, [_role(modules, running, COMPOSE)]),
        "terraform-objects": (_TERRAFORM_NOTE, [_role({"name": _TERRAFORM}, running, APPLY), _binding(_TERRAFORM)]),
        "workspaces": (_WORKSPACES_NOTE, [_role(outputs, [workspace.KIND], READ)]),
    }


def _role(metadata: Manifest, touched: Iterable[Kind], verbs: Sequence[str]) -> Manifest:
    return {
        "apiVersion": f"{_GROUP}/v1",
        "kind": "ClusterRole",
        "metadata": metadata,
        "rules": list(_rules(touched, verbs)),
    }


def needed(kind: Kind, verbs: Iterable[str]) -> tuple[str, ...]:
    """Return those of the verbs that a kind needs: nothing that holds data is deleted, only left behind."""
    return tuple(verb for verb in verbs if verb != "delete" or not kind.holds_data)


def _rules(touched: Iterable[Kind], verbs: Sequence[str]) -> Iterator[Manifest]:
    """Yield the rules of each API group: one for what may be deleted, and one for the rest."""
    alike: dict[tuple[str, tuple[str, ...]], list[Json]] = {}
    for group, plural, some in sorted({(kind.group, kind.plural, needed(kind, verbs)) for kind in touched}):
        alike.setdefault((group, some), []).append(plural)
    for (group, some), plurals in alike.items():
        yield {"apiGroups": [group], "resources": plurals, "verbs": list(some)}


def _binding(role: str) -> Manifest:
    subject: Manifest = {"kind": "ServiceAccount", "name": "provider-kubernetes", "namespace": "crossplane-system"}
    return {
        "apiVersion": f"{_GROUP}/v1",
        "kind": "ClusterRoleBinding",
        "metadata": {"name": role},
        "roleRef": {"apiGroup": _GROUP, "kind": "ClusterRole", "name": role},
        "subjects": [subject],
    }
