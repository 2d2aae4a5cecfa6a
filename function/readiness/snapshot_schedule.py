"""Readiness of a SnapshotSchedule, which has no condition Ready: its controller follows it.

The controller sets Reconciled to False if it cannot read the schedule, create a snapshot, or remove an old one.
"""

from function.base.manifest import Json
from function.readiness._readiness import Readiness
from function.readiness.condition import is_false, is_true, query

_RECONCILED = "Reconciled"


def ready(live: Json) -> bool:
    """Return whether the controller follows the schedule."""
    return is_true(live, _RECONCILED)


def failed(live: Json) -> bool:
    """Return whether the controller cannot follow the schedule, which it tries again."""
    return is_false(live, _RECONCILED)


READINESS = Readiness(policy={"policy": "DeriveFromCelQuery", "celQuery": query(_RECONCILED)}, ready=ready)
