"""Readiness of a Job: it has succeeded."""

from function.base.manifest import Json
from function.readiness._readiness import Readiness
from function.readiness.condition import is_true, query

_COMPLETE = "Complete"
_FAILED = "Failed"


def ready(live: Json) -> bool:
    """Return whether the Job has succeeded."""
    return is_true(live, _COMPLETE)


def failed(live: Json) -> bool:
    """Return whether the Job has failed for good."""
    return is_true(live, _FAILED)


READINESS = Readiness(policy={"policy": "DeriveFromCelQuery", "celQuery": query(_COMPLETE)}, ready=ready)
