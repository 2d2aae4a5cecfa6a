"""Readiness of a StatefulSet: all pods have the newest revision and are ready."""

from function.base.manifest import Json, count_at
from function.readiness._readiness import Readiness

_OBSERVED = "(has(object.status.observedGeneration) ? object.status.observedGeneration : 0)"
_QUERY = " && ".join(
    (
        "has(object.status)",
        f"{_OBSERVED} >= (has(object.metadata.generation) ? object.metadata.generation : 0)",
        *(
            f"(has(object.status.{count}) ? object.status.{count} : 0) >= object.spec.replicas"
            for count in ("updatedReplicas", "readyReplicas")
        ),
    )
)
"""The same check in CEL: every field is guarded, because a failed query silently means "not ready"."""


def current(live: Json) -> bool:
    """Return whether the status belongs to the current spec; a new StatefulSet has no older one."""
    seen = count_at(live, "status", "observedGeneration")
    return seen == 0 or seen >= count_at(live, "metadata", "generation")


def ready(live: Json) -> bool:
    """Return whether the live StatefulSet is ready; missing counts are zero."""
    if count_at(live, "status", "observedGeneration") < count_at(live, "metadata", "generation"):
        return False
    least = count_at(live, "spec", "replicas")
    return all(count_at(live, "status", count) >= least for count in ("updatedReplicas", "readyReplicas"))


READINESS = Readiness(
    policy={"policy": "DeriveFromCelQuery", "celQuery": _QUERY},
    ready=ready,
    current=current,
)
