"""A value's type and bounds in the words of a reference page."""

from function.publish.schema.tree import Entries, Items, Limits, Scalar, Schema

_TYPES = {
    "string": "text",
    "integer": "whole number",
    "number": "number",
    "boolean": "true or false",
    "int-or-string": "text or whole number",
}
_BOUNDS = {
    "minimum": "at least {}",
    "maximum": "at most {}",
    "exclusiveMinimum": "more than {}",
    "exclusiveMaximum": "less than {}",
    "minLength": "at least {} character(s)",
    "maxLength": "at most {} characters",
    "minItems": "at least {} item(s)",
    "maxItems": "at most {} items",
    "minProperties": "at least {} key(s)",
    "maxProperties": "at most {} keys",
}


def type_of(schema: Schema) -> str:
    """Return what a field holds: "text", "list of object", "map of text to whole number"."""
    if isinstance(schema, Scalar):
        return _TYPES[schema.type]
    if isinstance(schema, Items):
        return f"list of {type_of(schema.item)}"
    if isinstance(schema, Entries):
        return f"map of {type_of(schema.key)} to {type_of(schema.value)}"
    return "object"


def allowed(schema: Schema) -> list[str]:
    """Return what bounds the value and, in a list or map, its members; [] where its type says it all."""
    if isinstance(schema, Scalar):
        return _scalar(schema)
    if isinstance(schema, Items):
        return [*_bounds(schema.limits), *(f"each item: {said}" for said in allowed(schema.item))]
    if isinstance(schema, Entries):
        keys = [f"each key: {said}" for said in _scalar(schema.key)]
        return [*_bounds(schema.limits), *keys, *(f"each value: {said}" for said in allowed(schema.value))]
    return []


def _scalar(scalar: Scalar) -> list[str]:
    if scalar.enum:
        return ["one of " + ", ".join(f"`{value}`" for value in scalar.enum)]
    meaning = [scalar.meaning] if scalar.meaning else []
    return meaning if scalar.type == "int-or-string" else [*meaning, *_bounds(scalar.limits)]


def _bounds(limits: Limits) -> list[str]:
    return [words.format(limits[keyword]) for keyword, words in _BOUNDS.items() if keyword in limits]
