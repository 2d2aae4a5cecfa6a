"""What a service needs from its namespace, and which field of the claim refers to it."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, kw_only=True)
class Key:
    """One key of a Secret or ConfigMap, and the field of the claim that refers to it."""

    name: str
    field: str


@dataclass(frozen=True, kw_only=True)
class Dependency:
    """A Secret or ConfigMap that must exist before a pod starts; `field` is where the claim refers to it."""

    kind: Literal["Secret", "ConfigMap"]
    name: str
    field: str
    keys: tuple[Key, ...] = ()


def names(dependencies: Iterable[Dependency]) -> str:
    """Return the names for a message: sorted, without duplicates."""
    return ", ".join(sorted({f"{dependency.kind} '{dependency.name}'" for dependency in dependencies}))


def field_of(dependencies: Iterable[Dependency], kind: str, name: str, key: str = "") -> str:
    """Return the field of the claim that refers to this name or key, or else the list that it should be in."""
    matching = [dependency for dependency in dependencies if dependency.kind == kind and dependency.name == name]
    for dependency in matching:
        for dependency_key in dependency.keys:
            if key and dependency_key.name == key:
                return dependency_key.field
    if matching:
        return matching[0].field
    return "spec.secretRefs" if kind == "Secret" else "spec.configMapRefs"
