"""Causes from the state of pods. Variables, logs and pod names are never repeated."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from function.apis.event_driven_service.status.diagnosis.containers import Service, cause_of
from function.apis.event_driven_service.status.diagnosis.scheduling import unschedulable
from function.base.manifest import Json, at, items_at, mapping_at, text_at
from function.base.outcome import Requirement
from function.status.reason import Cause

REQUIREMENT = "pods"
"""Name of the requirement for the pods, which also appears in Crossplane's error if it is not allowed to list them."""

_MAX_PODS = 10
"""More pods of the same revision would fail for the same reasons."""


def requirement(namespace: str, selector: Mapping[str, str]) -> dict[str, Requirement]:
    """Return what Crossplane must fetch."""
    return {REQUIREMENT: Requirement(api_version="v1", kind="Pod", namespace=namespace, labels=dict(selector))}


def causes(pods: Iterable[Json], service: Service) -> list[Cause]:
    """Return why pods are not ready, in no order; pods that are ready or still starting have no cause."""
    return [cause for pod in newest(pods, service.replica_set)[:_MAX_PODS] for cause in _causes(pod, service)]


def newest(pods: Iterable[Json], replica_set: str) -> list[Json]:
    """Return the pods of the newest revision that are not being deleted, sorted by name.

    If the Deployment does not name its newest ReplicaSet, it is that of the youngest pod.
    """
    alive = [pod for pod in pods if at(pod, "metadata", "deletionTimestamp") is None and _is_active(pod)]
    alive.sort(key=lambda pod: text_at(pod, "metadata", "name"))
    if not any(_owner(pod) == replica_set for pod in alive):
        youngest = max(alive, key=lambda pod: text_at(pod, "metadata", "creationTimestamp"), default={})
        replica_set = _owner(youngest)
    return [pod for pod in alive if _owner(pod) == replica_set]


def _is_active(pod: Json) -> bool:
    """Return whether the pod is active: an evicted or finished pod has already been replaced."""
    return text_at(pod, "status", "phase") not in ("Failed", "Succeeded")


def _owner(pod: Json) -> str:
    owners: Sequence[Json] = items_at(pod, "metadata", "ownerReferences")
    return next((text_at(owner, "name") for owner in owners if text_at(owner, "kind") == "ReplicaSet"), "")


def _causes(pod: Json, service: Service) -> Iterator[Cause]:
    status = mapping_at(pod, "status")
    scheduling = unschedulable(items_at(status, "conditions"))
    if scheduling is not None:
        yield scheduling
    for kind in ("initContainerStatuses", "containerStatuses"):
        for container in items_at(status, kind):
            cause = cause_of(container, service, init=kind.startswith("init"))
            if cause is not None:
                yield cause
