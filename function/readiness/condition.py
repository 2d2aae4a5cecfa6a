"""Whether a condition of a live object is True."""

from function.base.manifest import Json, items_at, text_at


def is_true(live: Json, kind: str) -> bool:
    """Return whether the object has a condition of this type that is True."""
    return any(
        text_at(condition, "type") == kind and text_at(condition, "status") == "True"
        for condition in items_at(live, "status", "conditions")
    )


def query(kind: str) -> str:
    """Return the same check in CEL: every field is guarded, because a failed query silently means "not ready"."""
    found = f"condition.type == '{kind}' && condition.status == 'True'"
    return f"has(object.status) && has(object.status.conditions) && object.status.conditions.exists(condition, {found})"
