"""The owner of the composed objects: the claim behind a composite resource, or a namespaced composite itself."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Scope = Literal["claims", "namespaced"]


@dataclass(frozen=True, kw_only=True)
class Identity:
    """Scope, name and namespace of a claim or namespaced composite."""

    scope: Scope
    name: str
    namespace: str
    labels: Mapping[str, str] = field(default_factory=dict)
    generation: int | None = None
    """Generation of the object that the user applied; None for a claim, whose composite has its own generation."""
