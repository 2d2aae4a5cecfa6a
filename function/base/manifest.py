"""JSON values and Kubernetes manifests as plain Python values."""

from collections.abc import Mapping, Sequence
from typing import TypeAlias

Json: TypeAlias = "Mapping[str, Json] | Sequence[Json] | str | int | float | bool | None"
"""Anything JSON can hold. Mappings and sequences are read-only to the type checker."""

Manifest: TypeAlias = dict[str, Json]
"""One object, its keys in the order apiVersion, kind, metadata, spec."""


def present(parts: Mapping[str, Json]) -> Manifest:
    """Return `parts` without the keys whose value is None, an empty mapping or an empty list.

    The API server drops empty maps in metadata, and a manifest that keeps them is applied again for ever.
    """
    return {key: value for key, value in parts.items() if value is not None and value not in ({}, [], ())}


def without_nulls(value: Json) -> Json:
    """Return `value` without the mapping keys that are null, at every depth: the API server drops them too."""
    if isinstance(value, Mapping):
        return {key: without_nulls(item) for key, item in value.items() if item is not None}
    if isinstance(value, Sequence) and not isinstance(value, str):
        return [without_nulls(item) for item in value]
    return value


def at(value: Json, *path: str) -> Json:
    """Return what lies at `path` below `value`, or None where any step is missing or not a mapping."""
    for key in path:
        if not isinstance(value, Mapping):
            return None
        value = value.get(key)
    return value


def text_at(value: Json, *path: str) -> str:
    """Return the text at `path`, or "" where there is none or it is not a text."""
    found = at(value, *path)
    return found if isinstance(found, str) else ""


def mapping_at(value: Json, *path: str) -> Mapping[str, Json]:
    """Return the mapping at `path`, or an empty one."""
    found = at(value, *path)
    return found if isinstance(found, Mapping) else {}


def items_at(value: Json, *path: str) -> Sequence[Json]:
    """Return the list at `path`, or an empty one."""
    found = at(value, *path)
    return found if isinstance(found, Sequence) and not isinstance(found, str) else ()


def count_at(value: Json, *path: str) -> int:
    """Return the whole number at `path`, or 0: Kubernetes leaves zero counts out, and protobuf makes them floats."""
    found = at(value, *path)
    return int(found) if isinstance(found, int | float) and not isinstance(found, bool) else 0
