"""Merges the schemas that the variants of a union have for one field into the narrowest schema that accepts them all.

Rules cover what a single variant restricts further.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from itertools import combinations
from typing import TypeVar

from function.base.manifest import Json
from function.publish.schema.tree import AnyObject, Limits, List, Map, Object, Property, Scalar, Schema, Type, Union

S = TypeVar("S", Scalar, List, Map, Object)
_TYPES = {
    "string": "a string",
    "integer": "an integer",
    "number": "a number",
    "boolean": "a boolean",
    "int-or-string": "an integer or string",
}
_SHAPES = {List: "a list", Map: "a map", Object: "an object", Union: "a tagged union", AnyObject: "an open object"}


def merged(owners: Mapping[str, Schema], path: str) -> Schema:
    """Return the schema for the field at `path`; `owners` are the variants that have it, by the value of their tag.

    Raises ValueError with the field and the variants for types that one structural schema cannot express, and for
    strings, lists, and maps without an upper bound: their rules would exceed the cost limit of the API server.
    """
    first, *others = owners.values()
    if all(other == first for other in others):
        return first
    if scalars := _all_of(owners, Scalar):
        return _scalar(scalars, path)
    if lists := _all_of(owners, List):
        items = merged({kind: found.item for kind, found in lists.items()}, f"{path}[]")
        return List(item=items, limits=_bounded(_widest(found.limits for found in lists.values()), "maxItems", path))
    if maps := _all_of(owners, Map):
        return _map(maps, path)
    if objects := _all_of(owners, Object):
        return merged_objects(objects, path)
    raise _conflict(owners, path)


def merged_objects(owners: Mapping[str, Object], path: str = "") -> Object:
    """Return an object with the fields of all, and with the required fields and rules that all have in common."""
    names = {name: None for owner in owners.values() for name in owner.properties}
    first, *others = owners.values()
    return Object(
        description=grouped({kind: owner.description for kind, owner in owners.items()}),
        properties={name: _property(name, owners, f"{path}.{name}".removeprefix(".")) for name in names},
        rules=tuple(rule for rule in first.rules if all(rule in other.rules for other in others)),
    )


def grouped(descriptions: Mapping[str, str]) -> str:
    """Return each description once, after the names of its variants; without names if all have the same one."""
    groups: dict[str, list[str]] = {}
    for kind, text in descriptions.items():
        groups.setdefault(text, []).append(kind)
    if len(groups) == 1:
        return next(iter(groups))
    return " ".join(f"{', '.join(kinds)}: {text}" for text, kinds in groups.items() if text)


def _property(name: str, owners: Mapping[str, Object], path: str) -> Property:
    fields = {kind: owner.properties[name] for kind, owner in owners.items() if name in owner.properties}
    return Property(
        schema=merged({kind: field.schema for kind, field in fields.items()}, path),
        description=grouped({kind: field.description for kind, field in fields.items()}),
        required=len(fields) == len(owners) and all(field.required for field in fields.values()),
    )


def _map(owners: Mapping[str, Map], path: str) -> Map:
    return Map(
        key=_scalar({kind: owner.key for kind, owner in owners.items()}, path),
        value=merged({kind: owner.value for kind, owner in owners.items()}, f"{path}.*"),
        limits=_bounded(_widest(owner.limits for owner in owners.values()), "maxProperties", path),
    )


def _scalar(owners: Mapping[str, Scalar], path: str) -> Scalar:
    scalars = [replace(scalar, examples=()) for scalar in owners.values()]
    if all(scalar == scalars[0] for scalar in scalars):
        return scalars[0]
    common = _common({scalar.type for scalar in scalars})
    if common is None:
        raise _conflict(owners, path)
    if all(scalar.enum for scalar in scalars):
        return Scalar(type=common, enum=tuple(dict.fromkeys(member for scalar in scalars for member in scalar.enum)))
    if common == "int-or-string" and any(scalar.type != common for scalar in scalars):
        # a pattern or a number would appear in errors about variants that do not have it
        widest = _bounded(_widest(_limits(scalar) for scalar in scalars if scalar.type != "integer"), "maxLength", path)
        return Scalar(type=common, limits={"maxLength": widest["maxLength"]})
    limits = _widest(_limits(scalar) for scalar in scalars)
    text = common in ("string", "int-or-string")
    return Scalar(type=common, limits=_bounded(limits, "maxLength", path) if text else limits)


def _common(types: set[Type]) -> Type | None:
    """Return the type that accepts values of all these types, or None if there is none."""
    if len(types) == 1:
        return next(iter(types))
    if types <= {"integer", "number"}:
        return "number"
    return "int-or-string" if types <= {"string", "integer", "int-or-string"} else None


def _limits(scalar: Scalar) -> Limits:
    """Return the limits of a value; the maximum length of an enum is that of its longest member."""
    texts = [member for member in scalar.enum if isinstance(member, str)]
    return {**({"maxLength": max(map(len, texts))} if texts else {}), **scalar.limits}


def _widest(limits: Iterable[Limits]) -> Limits:
    """Return the limits that all have, each at its widest; different patterns are left out."""
    first, *others = limits
    found: dict[str, Json] = {}
    for keyword, limit in first.items():
        values = [limit, *(other.get(keyword) for other in others)]
        numbers = [value for value in values if isinstance(value, int | float)]
        if len(numbers) == len(values):
            found[keyword] = max(numbers) if "max" in keyword.lower() else min(numbers)
        elif all(value == limit for value in values):
            found[keyword] = limit
    return found


def _bounded(limits: Limits, keyword: str, path: str) -> Limits:
    if keyword not in limits:
        raise ValueError(
            f"{path}: variants differ here and not all set {keyword}; rules about unbounded values exceed the API "
            "server's cost limit. Hint: set it in each variant"
        )
    return limits


def _all_of(owners: Mapping[str, Schema], shape: type[S]) -> Mapping[str, S]:
    """Return the schemas if all have this shape, otherwise none."""
    found = {kind: schema for kind, schema in owners.items() if isinstance(schema, shape)}
    return found if len(found) == len(owners) else {}


def _conflict(owners: Mapping[str, Schema], path: str) -> ValueError:
    """Return the error about the first two variants with incompatible schemas."""
    pairs = combinations(owners.items(), 2)
    (kind, schema), (other_kind, other) = next(pair for pair in pairs if _incompatible(pair[0][1], pair[1][1]))
    return ValueError(
        f"{path}: variant {kind} has {_shape(schema)} here, variant {other_kind} {_shape(other)}; no schema accepts "
        "both. Hint: rename one of the fields"
    )


def _incompatible(schema: Schema, other: Schema) -> bool:
    if isinstance(schema, Scalar) and isinstance(other, Scalar):
        return _common({schema.type, other.type}) is None
    return type(schema) is not type(other) or isinstance(schema, Union)


def _shape(schema: Schema) -> str:
    return _TYPES[schema.type] if isinstance(schema, Scalar) else _SHAPES[type(schema)]
