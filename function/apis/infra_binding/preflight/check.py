"""A check of a preflight."""

from dataclasses import dataclass

from function.base.preflight_target import Target
from function.platform.preflight import CHECK


@dataclass(frozen=True)
class Check:
    """One target of a field, or why what the field names is not checked."""

    kind: CHECK
    path: str
    target: Target | None = None
    reason: str = ""
