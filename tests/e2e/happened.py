"""What the API server and its controllers did with services and their objects, from two looks at a namespace."""

from collections.abc import Mapping
from contextlib import closing
from typing import Any, NamedTuple

from function.apis.composite import user_spec
from function.base.condition import OPERATIONAL, VALIDATED
from function.base.labels import NAME
from function.base.manifest import Json, count_at, items_at, text_at
from function.delivery.live import KEY, condition
from function.delivery.mark import MARK
from function.status.reasons.applying import APPLYING
from function.status.reasons.existing import CHECKING_EXISTING
from function.status.reasons.resource_refs import NOT_MADE
from tests.e2e.cluster import GROUP, SERVICE, Scope
from tests.e2e.history import watch
from tests.e2e.pairs import EDITED, Pair
from tools.playground.kubectl import Kubectl
from tools.playground.problem import Problem

_KINDS = (
    "deployments.apps,services,serviceaccounts,scaledobjects.keda.sh,poddisruptionbudgets.policy,"
    "servicemonitors.monitoring.coreos.com,podmonitors.monitoring.coreos.com"
)
_CLAIM_NAMESPACE = "crossplane.io/claim-namespace"
_SET_BY_OTHERS = {KEY, MARK, "deployment.kubernetes.io/revision", "kubectl.kubernetes.io/last-applied-configuration"}
_UNSETTLED = {"", APPLYING.name, CHECKING_EXISTING.name}
_UNAPPLIED = {APPLYING.name, NOT_MADE.name}

Item = dict[str, Any]
Id = tuple[str, str, str]


class Seen(NamedTuple):
    """Services by name, their objects by name of the service, kind, and name, and ReplicaSets by name of theirs."""

    services: Mapping[str, Item]
    objects: Mapping[Id, Item]
    replica_sets: Mapping[str, frozenset[str]]


def look(kubectl: Kubectl, namespace: str) -> Seen:
    """Return what is there."""
    within = f"--namespace={namespace}"
    objects = kubectl.get(_KINDS, within, f"--selector={NAME}")["items"]
    replica_sets: dict[str, frozenset[str]] = {}
    for item in kubectl.get("replicasets.apps", within)["items"]:
        service, found = item["metadata"]["labels"][NAME], item["metadata"]["uid"]
        replica_sets[service] = replica_sets.get(service, frozenset()) | {found}
    return Seen(
        {item["metadata"]["name"]: item for item in kubectl.get(SERVICE, within)["items"]},
        {(item["metadata"]["labels"][NAME], item["kind"], item["metadata"]["name"]): item for item in objects},
        replica_sets,
    )


def happened(before: Seen, after: Seen, pair: Pair) -> list[str]:
    """Return what was done for a service in words such as `create Deployment`, and `refuse` if its edit was refused."""
    ids = {found for found in {**before.objects, **after.objects} if found[0] == pair.name}
    done = [f"{action} {found[1]}" for found in ids if (action := _action(before, after, found))]
    refused = pair.new is not None and _refused(after.services.get(pair.name, {}))
    return sorted([*done, *(["refuse"] if refused else [])])


def wait_until_settled(kubectl: Kubectl, scope: Scope, namespace: str, seconds: float) -> None:
    """Wait until the function has answered each service as it is now, and what it asks for is applied."""
    services = {item["metadata"]["name"]: item for item in kubectl.get(SERVICE, f"--namespace={namespace}")["items"]}
    path, query = f"/apis/{GROUP}/v1alpha1/namespaces/{namespace}/eventdrivenservices", {}
    if scope == "claims":
        path, query = (
            f"/apis/{GROUP}/v1alpha1/xeventdrivenservices",
            {"labelSelector": f"{_CLAIM_NAMESPACE}={namespace}"},
        )
    settled: dict[str, bool] = {}
    with closing(watch(kubectl, path, seconds, resourceVersion="0", **query)) as written:
        for composite in written:
            name = text_at(composite, "spec", "claimRef", "name") or composite["metadata"]["name"]
            if name in services:
                settled[name] = _answered(composite) and user_spec(composite) == user_spec(services[name])
            if len(settled) == len(services) and all(settled.values()):
                return
    left = sorted(name for name in services if not settled.get(name))
    raise Problem(f"waited {seconds:.0f} s for {len(left)} services, such as {left[:3]}")


def _answered(composite: Item) -> bool:
    known = count_at(condition(composite, "Synced"), "observedGeneration") == composite["metadata"]["generation"]
    applied = {text_at(ref, "reason") for ref in items_at(composite, "status", "resourceRefs")}.isdisjoint(_UNAPPLIED)
    return known and applied and text_at(condition(composite, OPERATIONAL), "reason") not in _UNSETTLED


def _action(before: Seen, after: Seen, found: Id) -> str:
    """Return what happened to an object, "" for nothing; an object that was replaced is created and deleted."""
    old, new = before.objects.get(found), after.objects.get(found)
    if old is None or new is None:
        return "create" if old is None else "delete"
    if old["metadata"]["uid"] != new["metadata"]["uid"]:
        return "recreate"
    known, now = (seen.replica_sets.get(found[0], frozenset()) for seen in (before, after))
    if found[1] == "Deployment" and now - known:
        return "restart"
    return "change" if _content(old) != _content(new) else ""


def _content(item: Item) -> list[Json]:
    """Return what the product sets of an object, and what the API server makes of it."""
    metadata = item["metadata"]
    annotations = {key: text for key, text in metadata.get("annotations", {}).items() if key not in _SET_BY_OTHERS}
    rest = {key: value for key, value in item.items() if key not in ("metadata", "status")}
    return [metadata.get("labels", {}), annotations, rest]


def _refused(service: Item) -> bool:
    """Return whether the API server has not accepted the edit, or the function has not."""
    accepted = text_at(service, "metadata", "annotations", EDITED) != ""
    return not accepted or text_at(condition(service, VALIDATED), "status") == "False"
