"""Whose objects are composed: the claim behind a composite resource, or a namespaced composite itself."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Scope = Literal["claims", "namespaced"]


@dataclass(frozen=True, kw_only=True)
class Identity:
    """What a claim is called and where its objects live."""

    scope: Scope
    name: str
    namespace: str
    labels: Mapping[str, str] = field(default_factory=dict)
    generation: int | None = None
    """Of the object that the user applied: a function sees a claim's composite, whose generation is another."""
