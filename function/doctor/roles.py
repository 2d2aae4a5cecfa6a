"""Whether Crossplane and provider-kubernetes may touch what is created, as far as roles say."""

from collections.abc import Iterable, Iterator, Sequence

from function.base.kind import Kind
from function.base.manifest import Json, Manifest, items_at, text_at
from function.doctor.composition import Installed
from function.doctor.granted import Account, account, granted
from function.doctor.kinds import custom, serves
from function.doctor.packages import providers
from function.doctor.report import Finding
from function.doctor.scan import Scan
from function.publish.kinds import kinds
from function.publish.rbac import APPLY, COMPOSE, STOCK, needed

_AGGREGATED = "rbac.crossplane.io/aggregate-to-crossplane"
_NEEDED = ("deployments", "pods", "scaledobjects", "serviceaccounts", "services")
"""What every service needs. Rules for other kinds may have been left out, because nobody uses them."""
_READ = ("get", "list", "watch")
_PODS = Kind(api_version="v1", kind="Pod", plural="pods")
_COMPOSE_HINT = "kubectl apply --server-side -f package/rbac/compose.yaml"
_OBJECTS_HINT = "kubectl apply --server-side -f package/rbac/objects.yaml, and check the name of its ServiceAccount"
_MODULES_HINT = "kubectl apply --server-side -f package/rbac/terraform-compose.yaml"
_TERRAFORM_HINT = "kubectl apply --server-side -f package/rbac/terraform-objects.yaml"
_PODS_HINT = "kubectl apply --server-side -f package/settings/recommended.yaml, or set diagnosis.pods to false"

_PREFLIGHT_HINT = "kubectl apply --server-side -f package/rbac/preflight.yaml, or empty policy.preflight"


def findings(scan: Scan, installed: Sequence[Installed]) -> Iterator[Finding]:
    """Yield the permissions that are missing, as errors only for what every service needs."""
    if not scan.knows("ClusterRole", "ClusterRoleBinding", "Deployment"):
        return
    direct = [found for found in installed if found.config and found.config.delivery == "direct"]
    wrapped = [found for found in installed if found.config and found.config.delivery == "object"]
    rules = list(_of_crossplane(scan))
    if direct:
        emitted = [kind for kind in kinds() if not kind.runs_code]
        composed = [kind for kind in emitted if not kind.holds_data and (kind.group, kind.plural) not in STOCK]
        yield from _missing("EP711", "Crossplane", rules, _here(composed, scan), COMPOSE, _COMPOSE_HINT)
        yield from _missing("EP711", "Crossplane", rules, _here(_running(direct), scan), COMPOSE, _MODULES_HINT)
    if any(composition.config and composition.config.diagnosis.pods for composition in installed):
        yield from _missing("EP711", "Crossplane", rules, [_PODS], _READ, _PODS_HINT)
    if any(composition.config and composition.config.policy.preflight for composition in installed):
        yield from _missing("EP711", "Crossplane", rules, [_PODS], _READ, _PREFLIGHT_HINT)
    for runs in _accounts(scan) if wrapped and scan.knows("Provider") else ():
        about = f"ServiceAccount {runs.namespace}/{runs.name} of the provider"
        held, emitted = list(granted(scan, runs)), [kind for kind in kinds() if not kind.runs_code]
        yield from _missing("EP712", about, held, _here(emitted, scan), APPLY, _OBJECTS_HINT)
        yield from _missing("EP712", about, held, _here(_running(wrapped), scan), APPLY, _TERRAFORM_HINT)


def _running(installed: Sequence[Installed]) -> list[Kind]:
    """Return the kinds that run modules, if settings ask for them."""
    asked = any(found.config and found.config.terraform.workspaces for found in installed)
    return [kind for kind in kinds() if kind.runs_code and asked]


def _missing(
    code: str, about: str, rules: Sequence[Json], wanted: Iterable[Kind], verbs: Sequence[str], hint: str
) -> Iterator[Finding]:
    """Yield a finding for what services need, and one for the rest."""
    lacking = {kind: [verb for verb in needed(kind, verbs) if not _allows(rules, kind, verb)] for kind in wanted}
    by_all: list[str] = []
    others: list[str] = []
    for kind, missing in lacking.items():
        if missing:
            name = f"{kind.plural}.{kind.group}" if kind.group else kind.plural
            (by_all if kind.plural in _NEEDED else others).append(f"{name} ({', '.join(missing)})")
    if by_all:
        yield Finding(code=code, about=about, message=f"lacks permissions: {'; '.join(by_all)}. Hint: {hint}")
    if others:
        text = (
            f"lacks permissions for kinds that the cluster serves: {'; '.join(others)}. Hint: if you use them: {hint}"
        )
        yield Finding(code=code, about=about, message=text, severity="warning")


def _here(wanted: Iterable[Kind], scan: Scan) -> list[Kind]:
    """Return the kinds that the cluster serves, as far as it is known: what is not served needs no permission."""
    known = scan.knows("CustomResourceDefinition")
    return [kind for kind in wanted if not custom(kind) or (known and serves(kind, scan))]


def _allows(rules: Sequence[Json], kind: Kind, verb: str) -> bool:
    return any(
        _covers(rule, "apiGroups", kind.group)
        and _covers(rule, "resources", kind.plural)
        and _covers(rule, "verbs", verb)
        and not items_at(rule, "resourceNames")
        for rule in rules
    )


def _covers(rule: Json, field: str, value: str) -> bool:
    listed = items_at(rule, field)
    return value in listed or "*" in listed


def _of_crossplane(scan: Scan) -> Iterator[Json]:
    """Yield the rules that are aggregated to Crossplane's role, and all others that its ServiceAccount has."""
    for role in scan.all("ClusterRole"):
        if text_at(role, "metadata", "labels", _AGGREGATED) == "true":
            yield from items_at(role, "rules")
    for deployment in scan.crossplane:
        yield from granted(scan, account(deployment))


def _accounts(scan: Scan) -> list[Account]:
    """Return the ServiceAccounts that provider-kubernetes runs under, each once."""
    revisions = {text_at(provider, "status", "currentRevision") for provider in providers(scan)}
    deployments = [found for found in scan.all("Deployment") if revisions & set(_owners(found))]
    return list(dict.fromkeys(map(account, deployments)))


def _owners(deployment: Manifest) -> Iterator[str]:
    for owner in items_at(deployment, "metadata", "ownerReferences"):
        if text_at(owner, "kind") == "ProviderRevision":
            yield text_at(owner, "name")
