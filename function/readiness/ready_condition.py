"""Readiness of objects with a Ready condition: scalers, topics, secret stores, fetched secrets.

The other conditions of a healthy ScaledObject (Active, Fallback, Paused) may be False.
"""

from function.base.manifest import Json, items_at, text_at
from function.readiness._readiness import Readiness


def ready(live: Json) -> bool:
    """Return whether the condition Ready is True."""
    return any(
        text_at(condition, "type") == "Ready" and text_at(condition, "status") == "True"
        for condition in items_at(live, "status", "conditions")
    )


READINESS = Readiness(policy={"policy": "DeriveFromObject"}, ready=ready)
