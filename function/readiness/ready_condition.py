"""Readiness of objects with a Ready condition: scalers, topics, secret stores, fetched secrets.

The other conditions of a healthy ScaledObject (Active, Fallback, Paused) may be False.
"""

from function.base.manifest import Json
from function.readiness._readiness import Readiness
from function.readiness.condition import is_false, is_true


def ready(live: Json) -> bool:
    """Return whether the condition Ready is True."""
    return is_true(live, "Ready")


def failed(live: Json) -> bool:
    """Return whether the condition Ready is False."""
    return is_false(live, "Ready")


READINESS = Readiness(policy={"policy": "DeriveFromObject"}, ready=ready)
