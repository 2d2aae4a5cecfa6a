"""Readiness of a FlinkDeployment, which has no condition Ready: its job runs, as far as the operator knows.

The operator calls a job stable once it has run for a while. Before that, it is deployed, and ready if its job manager
is.
"""

from function.base.manifest import Json, count_at, text_at
from function.readiness._readiness import Readiness


def current(live: Json) -> bool:
    """Return whether the status belongs to the current spec; a new object has no older one."""
    seen = count_at(live, "status", "observedGeneration")
    return seen == 0 or seen >= count_at(live, "metadata", "generation")


def ready(live: Json) -> bool:
    """Return whether the job runs."""
    if not current(live):
        return False
    state = text_at(live, "status", "lifecycleState")
    manager = text_at(live, "status", "jobManagerDeploymentStatus")
    return state == "STABLE" or (state == "DEPLOYED" and manager == "READY")


def failed(live: Json) -> bool:
    """Return whether the job has failed for good, or its cluster could not be created."""
    state = text_at(live, "status", "lifecycleState")
    return state == "FAILED" or text_at(live, "status", "jobManagerDeploymentStatus") == "ERROR"


def _query() -> str:
    """Return the same check in CEL: every field is guarded, because a failed query silently means "not ready"."""
    seen = "(has(object.status.observedGeneration) ? object.status.observedGeneration : 0)"
    generation = "(has(object.metadata.generation) ? object.metadata.generation : 0)"
    manager = "has(object.status.jobManagerDeploymentStatus) && object.status.jobManagerDeploymentStatus == 'READY'"
    return " && ".join(
        (
            "has(object.status)",
            "has(object.status.lifecycleState)",
            f"({seen} == 0 || {seen} >= {generation})",
            f"(object.status.lifecycleState == 'STABLE' || (object.status.lifecycleState == 'DEPLOYED' && {manager}))",
        )
    )


READINESS = Readiness(policy={"policy": "DeriveFromCelQuery", "celQuery": _query()}, ready=ready, current=current)
