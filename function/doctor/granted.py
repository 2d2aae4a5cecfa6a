"""What a ServiceAccount may do in the whole cluster, as far as ClusterRoles and their bindings say."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from function.base.manifest import Json, Manifest, items_at, mapping_at, text_at
from function.doctor.scan import Scan

_ALL = ("system:authenticated", "system:serviceaccounts")
"""Groups of every ServiceAccount. None is in system:masters, which is bound to cluster-admin in every cluster."""


class Account(NamedTuple):
    """A ServiceAccount."""

    namespace: str
    name: str


def account(workload: Manifest) -> Account:
    """Return the ServiceAccount that a Deployment runs under."""
    name = text_at(workload, "spec", "template", "spec", "serviceAccountName")
    return Account(text_at(workload, "metadata", "namespace"), name or "default")


def granted(scan: Scan, account: Account) -> Iterator[Json]:
    """Yield the rules of the ClusterRoles that are bound to a ServiceAccount or to a group that it is in."""
    bindings = (
        binding
        for binding in scan.all("ClusterRoleBinding")
        if any(_is(subject, account) for subject in items_at(binding, "subjects"))
    )
    bound = {text_at(binding, "roleRef", "name") for binding in bindings}
    roles = scan.all("ClusterRole")
    selectors = [
        selector for role in roles if text_at(role, "metadata", "name") in bound for selector in _selectors(role)
    ]
    for role in roles:
        labels = mapping_at(role, "metadata", "labels").items()
        if text_at(role, "metadata", "name") in bound or any(selector.items() <= labels for selector in selectors):
            yield from items_at(role, "rules")


def _is(subject: Json, account: Account) -> bool:
    kind, name = text_at(subject, "kind"), text_at(subject, "name")
    if kind == "ServiceAccount":
        return (text_at(subject, "namespace"), name) == account
    if kind == "User":
        return name == f"system:serviceaccount:{account.namespace}:{account.name}"
    return kind == "Group" and name in (*_ALL, f"system:serviceaccounts:{account.namespace}")


def _selectors(role: Manifest) -> Iterator[Mapping[str, Json]]:
    """Yield the labels of the roles that are aggregated to a role; one that also has expressions is left out."""
    for selector in items_at(role, "aggregationRule", "clusterRoleSelectors"):
        labels = mapping_at(selector, "matchLabels")
        if labels and not items_at(selector, "matchExpressions"):
            yield labels
