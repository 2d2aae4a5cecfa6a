"""Readiness of a Job: it has succeeded."""

from function.base.manifest import Json, items_at, text_at
from function.readiness._readiness import Readiness

_COMPLETE = "Complete"
_FAILED = "Failed"


def ready(live: Json) -> bool:
    """Return whether the Job has succeeded."""
    return _has(live, _COMPLETE)


def failed(live: Json) -> bool:
    """Return whether the Job has failed for good."""
    return _has(live, _FAILED)


def _has(live: Json, kind: str) -> bool:
    return any(
        text_at(condition, "type") == kind and text_at(condition, "status") == "True"
        for condition in items_at(live, "status", "conditions")
    )


def _query() -> str:
    """Return the same check in CEL: every field is guarded, because a failed query silently means "not ready"."""
    complete = f"condition.type == '{_COMPLETE}' && condition.status == 'True'"
    return (
        f"has(object.status) && has(object.status.conditions) && object.status.conditions.exists(condition, {complete})"
    )


READINESS = Readiness(policy={"policy": "DeriveFromCelQuery", "celQuery": _query()}, ready=ready)
