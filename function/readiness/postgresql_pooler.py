"""Readiness of a Pooler, which has no conditions: all of its pods exist.

CloudNativePG creates them only once the Cluster has what they need. The status does not say whether pods are ready.
"""

from function.base.manifest import Json, count_at
from function.readiness._readiness import Readiness

_QUERY = " && ".join(
    (
        "has(object.status)",
        "has(object.status.instances)",
        "object.status.instances > 0",
        "object.status.instances >= object.spec.instances",
    )
)
"""The same check in CEL: every field is guarded, because a failed query silently means "not ready"."""


def ready(live: Json) -> bool:
    """Return whether the Pooler has as many pods as it should."""
    return 0 < count_at(live, "status", "instances") >= count_at(live, "spec", "instances")


READINESS = Readiness(policy={"policy": "DeriveFromCelQuery", "celQuery": _QUERY}, ready=ready)
