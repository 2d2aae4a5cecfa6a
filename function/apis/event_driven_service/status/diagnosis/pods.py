"""What the pods say. Only phase, conditions and container states are read: no variable, log text or pod name leaves."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from function.apis.event_driven_service.status.diagnosis.containers import Service, cause_of
from function.apis.event_driven_service.status.diagnosis.scheduling import unschedulable
from function.base.manifest import Json, Manifest, at, items_at, mapping_at, text_at
from function.base.outcome import Requirement
from function.status.reason import Cause

REQUIREMENT = "pods"
"""Under this name Crossplane is asked for the pods; it is also what its own error says when it may not list them."""

_MOST = 10
"""Ten pods of one revision fail alike."""


def requirement(namespace: str, selector: Mapping[str, str]) -> dict[str, Requirement]:
    """Return what Crossplane is asked to fetch."""
    return {REQUIREMENT: Requirement(api_version="v1", kind="Pod", namespace=namespace, labels=dict(selector))}


def causes(pods: Iterable[Manifest], service: Service) -> list[Cause]:
    """Return why pods do not serve, in no order; nothing for pods that serve or are merely starting."""
    return [cause for pod in newest(pods, service.replica_set)[:_MOST] for cause in _causes(pod, service)]


def newest(pods: Iterable[Manifest], replica_set: str) -> list[Manifest]:
    """Return the pods of the newest revision that are not being stopped, sorted by name.

    The Deployment names its newest ReplicaSet; where it does not, the youngest pod tells.
    """
    alive = [pod for pod in pods if at(pod, "metadata", "deletionTimestamp") is None and _counts(pod)]
    alive.sort(key=lambda pod: text_at(pod, "metadata", "name"))
    if not any(_owner(pod) == replica_set for pod in alive):
        youngest = max(alive, key=lambda pod: text_at(pod, "metadata", "creationTimestamp"), default={})
        replica_set = _owner(youngest)
    return [pod for pod in alive if _owner(pod) == replica_set]


def _counts(pod: Json) -> bool:
    """Return whether the pod still tries: an evicted or finished one has been replaced already."""
    return text_at(pod, "status", "phase") not in ("Failed", "Succeeded")


def _owner(pod: Json) -> str:
    owners: Sequence[Json] = items_at(pod, "metadata", "ownerReferences")
    return next((text_at(owner, "name") for owner in owners if text_at(owner, "kind") == "ReplicaSet"), "")


def _causes(pod: Manifest, service: Service) -> Iterator[Cause]:
    status = mapping_at(pod, "status")
    found = unschedulable(items_at(status, "conditions"))
    if found is not None:
        yield found
    for kind in ("initContainerStatuses", "containerStatuses"):
        for container in items_at(status, kind):
            cause = cause_of(container, service, init=kind.startswith("init"))
            if cause is not None:
                yield cause
