"""Readiness of a ScheduledBackup, which has no conditions: CloudNativePG has read its schedule.

It does not write a status while it makes no backups at all: if the cluster has no kind VolumeSnapshot for backups that
are snapshots, or if no day matches the schedule. Newer versions write the error of a spec that they do not accept.
"""

from function.base.manifest import Json, text_at
from function.readiness._readiness import Readiness

_QUERY = " && ".join(
    (
        "has(object.status)",
        "has(object.status.lastCheckTime)",
        "(!has(object.status.error) || object.status.error == '')",
    )
)
"""The same check in CEL: every field is guarded, because a failed query silently means "not ready"."""


def ready(live: Json) -> bool:
    """Return whether the operator follows the schedule."""
    return text_at(live, "status", "lastCheckTime") != "" and not failed(live)


def failed(live: Json) -> bool:
    """Return whether the operator does not accept the spec."""
    return text_at(live, "status", "error") != ""


READINESS = Readiness(policy={"policy": "DeriveFromCelQuery", "celQuery": _QUERY}, ready=ready)
