"""What a service needs from its namespace, and where the claim says so."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, kw_only=True)
class Key:
    """One key of a Secret or ConfigMap and the field of the claim that names it."""

    name: str
    field: str


@dataclass(frozen=True, kw_only=True)
class Dependency:
    """A Secret or ConfigMap that must exist before a pod starts; `field` is where the claim says so."""

    kind: Literal["Secret", "ConfigMap"]
    name: str
    field: str
    keys: tuple[Key, ...] = ()


def names(dependencies: Iterable[Dependency]) -> str:
    """Return the names for a message: each once, sorted, Secrets last."""
    return ", ".join(sorted({f"{dependency.kind} '{dependency.name}'" for dependency in dependencies}))


def field_of(dependencies: Iterable[Dependency], kind: str, name: str, key: str = "") -> str:
    """Return the claim's field that asks for this name or key; the nearest guess is the list it must be in."""
    found = [dependency for dependency in dependencies if dependency.kind == kind and dependency.name == name]
    for dependency in found:
        for wanted in dependency.keys:
            if key and wanted.name == key:
                return wanted.field
    if found:
        return found[0].field
    return "spec.secretRefs" if kind == "Secret" else "spec.configMapRefs"
