"""Names in a claim that must be unique, each with its path."""

from collections.abc import Collection
from typing import TYPE_CHECKING, Any, TypeAlias

from function.base.problems import Place

if TYPE_CHECKING:
    from function.apis.event_driven_service.model.service import EventDrivenService

Named: TypeAlias = list[tuple[str, str]]
"""Paths and names."""


def variables(holder: Any) -> Named:
    """Return the names in `env` of a service or an init container."""
    return [(f"env[{position}].name", variable.name) for position, variable in enumerate(holder.env)]


def mapped_variables(field: str, spec: "EventDrivenService") -> Named:
    """Return the variables that references map single keys to; the field is secretRefs or configMapRefs."""
    refs: list[Any] = [*(spec.secret_refs if field == "secretRefs" else spec.config_map_refs)]
    return [
        (f"{field}[{position}].env[{below}].envName", entry.env_name)
        for position, ref in enumerate(refs)
        for below, entry in enumerate(ref.env)
    ]


def first_of(named: Named, names: Collection[str]) -> Place:
    """Return the place of the first of some names, at least one of which is there."""
    return Place(next(path for path, name in named if name in names))
