"""JSON values and Kubernetes manifests as plain Python values."""

from collections.abc import Mapping, Sequence
from typing import Any, TypeAlias, TypeGuard

Json: TypeAlias = "Mapping[str, Json] | Sequence[Json] | str | int | float | bool | None"
"""Any JSON value. Mappings and sequences are read-only for the type checker."""

Manifest: TypeAlias = dict[str, Json]
"""One object, with its keys in the order apiVersion, kind, metadata, spec."""


OBJECTS, LISTS = (dict, Mapping), (list, Sequence)
"""What is most frequent comes first: checks against an abstract class are slow."""
SCALARS = (str, int, float, type(None))
_NUMBERS = (int, float)
_CONTAINERS = (dict, list, tuple)


def present(parts: Mapping[str, Json]) -> Manifest:
    """Return `parts` without the keys whose value is None, an empty mapping or an empty list.

    The API server drops empty maps in metadata, so a manifest with an empty map would be applied again and again.
    """
    return {
        key: value
        for key, value in parts.items()
        if value or not (value is None or isinstance(value, _CONTAINERS))  # nearly all of them are true
    }


def without_nulls(value: Json) -> Json:
    """Return `value` without the mapping keys that are null, at every depth: the API server drops them too."""
    if isinstance(value, SCALARS):
        return value
    if isinstance(value, OBJECTS):
        return {key: without_nulls(item) for key, item in value.items() if item is not None}
    return [without_nulls(item) for item in value]


def at(value: Json, *path: str) -> Json:
    """Return the value at `path` below `value`, or None if any step is missing or is not a mapping."""
    found: Any = value
    try:
        for key in path:
            found = found.get(key)
    except AttributeError:  # of all JSON values, only mappings have `get`; asking each for its type takes longer
        return None
    result: Json = found
    return result


def text_at(value: Json, *path: str) -> str:
    """Return the string at `path`, or "" if there is none."""
    found: Any = value
    try:
        for key in path:  # as in `at`, which is not called: this is most of what a call does
            found = found.get(key)
    except AttributeError:
        return ""
    return found if isinstance(found, str) else ""


def mapping_at(value: Json, *path: str) -> Mapping[str, Json]:
    """Return the mapping at `path`, or an empty one."""
    found: Any = value
    try:
        for key in path:  # as in `at`
            found = found.get(key)
    except AttributeError:
        return {}
    result: Mapping[str, Json] = found if hasattr(found, "get") else {}  # likewise
    return result


def is_list(value: Json) -> TypeGuard[Sequence[Json]]:
    """Return whether a value is a list; a text is none."""
    return isinstance(value, LISTS) and not isinstance(value, str)


def items_at(value: Json, *path: str) -> Sequence[Json]:
    """Return the list at `path`, or an empty one."""
    found = at(value, *path)
    return found if found is not None and isinstance(found, LISTS) and not isinstance(found, str) else ()


def count_at(value: Json, *path: str) -> int:
    """Return the integer at `path`, or 0: Kubernetes omits zero counts, and protobuf turns integers into floats."""
    found = at(value, *path)
    return int(found) if isinstance(found, _NUMBERS) and not isinstance(found, bool) else 0
