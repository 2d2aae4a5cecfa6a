"""Readiness of a Deployment: the newest revision is fully rolled out and enough of its pods are available.

Scaling up must not make a service unready: while an autoscaler goes from one to five replicas, Kubernetes sets the
condition Available to False even though all old pods are available. So a service is ready if Available is True or if it
has its minimum number of available pods. With a minimum of zero, an idle service is ready.
"""

from function.base.manifest import Json, count_at, items_at, text_at
from function.readiness._readiness import Readiness

_ROLLED_OUT = "NewReplicaSetAvailable"


def readiness(minimum: int) -> Readiness:
    """Return the check for a service that runs at least `minimum` pods."""
    return Readiness(
        policy={"policy": "DeriveFromCelQuery", "celQuery": _query(minimum)},
        ready=lambda live: ready(live, minimum),
        current=current,
    )


def current(live: Json) -> bool:
    """Return whether the status belongs to the current spec; a new Deployment has no older one."""
    seen = count_at(live, "status", "observedGeneration")
    return seen == 0 or seen >= count_at(live, "metadata", "generation")


def ready(live: Json, minimum: int) -> bool:
    """Return whether the live Deployment is ready; missing counts are zero."""
    if count_at(live, "status", "observedGeneration") < count_at(live, "metadata", "generation"):
        return False
    if count_at(live, "status", "updatedReplicas") < count_at(live, "status", "replicas"):
        return False
    conditions = items_at(live, "status", "conditions")
    rolled_out = any(
        text_at(condition, "type") == "Progressing" and text_at(condition, "reason") == _ROLLED_OUT
        for condition in conditions
    )
    available = any(
        text_at(condition, "type") == "Available" and text_at(condition, "status") == "True" for condition in conditions
    )
    return rolled_out and (available or count_at(live, "status", "availableReplicas") >= minimum)


def _query(minimum: int) -> str:
    """Return the same check in CEL: every field is guarded, because a failed query silently means "not ready"."""
    count = "(has(object.status.{0}) ? object.status.{0} : 0)".format
    condition = "object.status.conditions.exists(c, c.type == '{0}'".format
    generation = "(has(object.metadata.generation) ? object.metadata.generation : 0)"
    return " && ".join(
        (
            "has(object.status)",
            "has(object.status.conditions)",
            f"{count('observedGeneration')} >= {generation}",
            f"{count('updatedReplicas')} >= {count('replicas')}",
            f"{condition('Progressing')} && has(c.reason) && c.reason == '{_ROLLED_OUT}')",
            f"({condition('Available')} && c.status == 'True') || {count('availableReplicas')} >= {minimum})",
        )
    )
