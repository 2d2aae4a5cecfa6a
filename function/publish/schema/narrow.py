"""The restrictions of one variant beyond the schema that all variants share, as entries of `x-kubernetes-validations`.

Each entry guards every optional field that it reads. A limit in the shared schema needs no entry.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from function.base.cel import literal, property_name
from function.base.manifest import Manifest, present
from function.base.rule import Rule
from function.publish.schema import cel
from function.publish.schema.bounds import TEXT_LIMITS, bound, choice
from function.publish.schema.tree import List, Map, Object, Scalar, Schema

_TYPES = {
    "string": ("type({value}) == string", "must be a string"),
    "integer": ("type({value}) == int", "must be an integer"),
}
_WHOLE = "{value} > -9007199254740992.0 && {value} < 9007199254740992.0 && double(int({value})) == {value}"
"""A whole number where the schema has a number, which is a double; int() fails for numbers that are too large."""


@dataclass(frozen=True, kw_only=True)
class Place:
    """Where a value is: its CEL expression and its field. Messages begin with `prefix` and call the object `owner`."""

    value: str
    field: str
    owner: str
    prefix: str = ""
    depth: int = 0
    """The number of maps that contain it."""


def narrowed(own: Schema, shared: Schema, place: Place) -> Iterator[Manifest]:
    """Yield the entries for a value at `place`; `shared` is the schema that `own` was merged into."""
    if isinstance(own, Scalar) and isinstance(shared, Scalar):
        yield from _scalar(own, shared, place)
    elif isinstance(own, List) and isinstance(shared, List):
        yield from _limits(own, shared, place)
        item = replace(place, value="item", owner=f"an item of {place.owner}", prefix="each item ")
        yield from _members("item", narrowed(own.item, shared.item, item), place)
    elif isinstance(own, Map) and isinstance(shared, Map):
        yield from _limits(own, shared, place)
        yield from _entries(own, shared, place)
    elif isinstance(own, Object) and isinstance(shared, Object):
        yield from _object(own, shared, place)


def _entry(rule: str, message: str, place: Place) -> Manifest:
    return present({"rule": rule, "message": place.prefix + message, "fieldPath": cel.field_path(place.field) or None})


def _scalar(own: Scalar, shared: Scalar, place: Place) -> Iterator[Manifest]:
    if own.type != shared.type:
        condition, message = _TYPES[own.type]
        condition = _WHOLE if shared.type == "number" else condition
        yield _entry(condition.format(value=place.value), message, place)
    of_type = f"type({place.value}) != {{}} || " if shared.type == "int-or-string" else ""
    for keyword, limit in own.limits.items():
        if shared.limits.get(keyword) != limit:
            condition, message = bound(keyword, limit, place.value, own.meaning)
            guard = of_type.format("string" if keyword in TEXT_LIMITS else "int")
            yield _entry(guard + condition, message, place)
    if own.enum and own.enum != shared.enum:
        condition, message = choice(own.enum, place.value)
        guard = of_type.format("string" if own.type == "string" else "int")
        yield _entry(guard + condition, message, place)


def _limits(own: List | Map, shared: List | Map, place: Place) -> Iterator[Manifest]:
    for keyword, limit in own.limits.items():
        if shared.limits.get(keyword) != limit:
            yield _entry(*bound(keyword, limit, place.value), place)


def _entries(own: Map, shared: Map, place: Place) -> Iterator[Manifest]:
    """Yield the entries for keys and values. A map in a map needs another variable, as both are in one expression."""
    variable = "key" * (place.depth + 1)
    inner = replace(place, depth=place.depth + 1)
    key = replace(inner, value=variable, prefix="each key ")
    yield from _members(variable, narrowed(own.key, shared.key, key), place)
    value = replace(inner, value=f"{place.value}[{variable}]", owner=f"a value of {place.owner}", prefix="each value ")
    yield from _members(variable, narrowed(own.value, shared.value, value), place)


def _members(variable: str, entries: Iterator[Manifest], place: Place) -> Iterator[Manifest]:
    """Yield the entries for all members of a list or map; an error then names the list or map."""
    for entry in entries:
        rule = f"{place.value}.all({variable}, {entry['rule']})"
        found = {"rule": rule, "message": entry["message"], "fieldPath": cel.field_path(place.field)}
        yield {**found, **({"reason": entry["reason"]} if "reason" in entry else {})}


def _object(own: Object, shared: Object, place: Place) -> Iterator[Manifest]:
    """Yield the entries for required fields, rules, fields, and the absence of other variants' fields."""
    yield from (
        _required(name, place)
        for name, field in own.properties.items()
        if field.required and not shared.properties[name].required
    )
    yield from (_rule(rule, place) for rule in own.rules if rule not in shared.rules)
    for name, field in own.properties.items():
        below = Place(
            value=_member(place, name),
            field=_below(place.field, name),
            owner=f"{name} of {place.owner}",
            prefix=f"{name} of {place.prefix}" if place.prefix else "",
            depth=place.depth,
        )
        for entry in narrowed(field.schema, shared.properties[name].schema, below):
            yield {**entry, "rule": f"!has({below.value}) || {entry['rule']}"}
    if foreign := [name for name in shared.properties if name not in own.properties]:
        yield _foreign(foreign, place)


def _required(name: str, place: Place) -> Manifest:
    return {
        "rule": f"has({_member(place, name)})",
        "message": f"{place.owner} requires {name}",
        "fieldPath": cel.field_path(_below(place.field, name)),
        "reason": "FieldValueRequired",
    }


def _rule(rule: Rule, place: Place) -> Manifest:
    """Return the entry for a rule of a model, whose `self` is the object; a list of one binds it for nested objects."""
    text = f"({rule.cel})" if place.value == "self" else f"[{place.value}].all(self, {rule.cel})"
    return cel.validation(replace(rule, cel=text, field=_below(place.field, rule.field)))


def _foreign(names: list[str], place: Place) -> Manifest:
    """Return the rule against fields of other variants; the message names the first that is set."""
    message = f"{place.owner} does not accept "
    given = {name: f"has({_member(place, name)})" for name in names}
    found = ", ".join(f"{has} ? {literal(name)} : ''" for name, has in given.items())
    return present(
        {
            "rule": f"!({' || '.join(given.values())})",
            "message": message + ", ".join(names),
            "messageExpression": f"{literal(message)} + [{found}].filter(name, name != '')[0]",
            "fieldPath": cel.field_path(place.field) or None,
            "reason": "FieldValueForbidden",
        }
    )


def _member(place: Place, name: str) -> str:
    return f"{place.value}.{property_name(name)}"


def _below(field: str, name: str) -> str:
    return ".".join(part for part in (field, name) if part)
