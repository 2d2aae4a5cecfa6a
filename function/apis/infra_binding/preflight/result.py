"""The results of a preflight: its pods end with a message. Whoever may create pods in the namespace could write one."""

from collections.abc import Mapping, Sequence

from function.apis.infra_binding.preflight.job import Preflight
from function.apis.infra_binding.preflight.plan import by_target
from function.base.kind import Kind
from function.base.manifest import Json, items_at, mapping_at, text_at
from function.base.outcome import Requirement
from function.base.preflight import results
from function.base.preflight_target import Target
from function.delivery.message import message
from function.manifests.job import KIND, NAME_LABEL

POD = Kind(api_version="v1", kind="Pod", plural="pods")
_PODS = "preflight"
"""Name of the requirement for the pods, which also appears in Crossplane's error if it is not allowed to list them."""


def requirement(preflight: Preflight | None, namespace: str) -> Mapping[str, Requirement]:
    """Return what Crossplane must fetch: the pods of the Job."""
    if preflight is None or preflight.job is None:
        return {}
    labels = {NAME_LABEL: preflight.job_name}
    return {_PODS: Requirement(api_version=POD.api_version, kind=POD.kind, namespace=namespace, labels=labels)}


def reported(preflight: Preflight, required: Mapping[str, Sequence[Mapping[str, Json]]]) -> Mapping[Target, str]:
    """Return the result for each target as the youngest pod reports it, {} before one does."""
    own = [pod for pod in required.get(_PODS, ()) if _owned(pod, preflight.job_name)]
    for pod in sorted(own, key=_age, reverse=True):
        for container in items_at(pod, "status", "containerStatuses"):
            ended = results(message(mapping_at(container, "state", "terminated")), len(preflight.plan.targets))
            if ended is not None:
                return by_target(preflight.plan, ended)
    return {}


def _owned(pod: Json, job: str) -> bool:
    owners = items_at(pod, "metadata", "ownerReferences")
    return any(text_at(owner, "kind") == KIND.kind and text_at(owner, "name") == job for owner in owners)


def _age(pod: Json) -> tuple[str, str]:
    return text_at(pod, "metadata", "creationTimestamp"), text_at(pod, "metadata", "name")
