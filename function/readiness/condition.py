"""Whether a condition of a live object is True, or False."""

from function.base.manifest import Json, items_at, text_at


def is_true(live: Json, kind: str) -> bool:
    """Return whether the object has a condition of this type that is True."""
    return _has(live, kind, "True")


def is_false(live: Json, kind: str) -> bool:
    """Return whether the object has a condition of this type that is False."""
    return _has(live, kind, "False")


def query(kind: str) -> str:
    """Return the same check in CEL: every field is guarded, because a failed query silently means "not ready"."""
    found = f"condition.type == '{kind}' && condition.status == 'True'"
    return f"has(object.status) && has(object.status.conditions) && object.status.conditions.exists(condition, {found})"


def _has(live: Json, kind: str, status: str) -> bool:
    return any(
        text_at(condition, "type") == kind and text_at(condition, "status") == status
        for condition in items_at(live, "status", "conditions")
    )
