"""The type and bounds of a value as text for a reference page."""

from function.publish.schema.tree import Limits, List, Map, Scalar, Schema

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
    """Return the type of a field: "string", "list of object", "map of string to integer"."""
    if isinstance(schema, Scalar):
        return "integer or string" if schema.type == "int-or-string" else schema.type
    if isinstance(schema, List):
        return f"list of {type_of(schema.item)}"
    if isinstance(schema, Map):
        return f"map of {type_of(schema.key)} to {type_of(schema.value)}"
    return "object"


def allowed(schema: Schema) -> list[str]:
    """Return the bounds of a value and of the members of a list or map; [] if it has none."""
    if isinstance(schema, Scalar):
        return _scalar(schema)
    if isinstance(schema, List):
        return [*_bounds(schema.limits), *(f"each item: {bound}" for bound in allowed(schema.item))]
    if isinstance(schema, Map):
        keys = [f"each key: {bound}" for bound in _scalar(schema.key)]
        return [*_bounds(schema.limits), *keys, *(f"each value: {bound}" for bound in allowed(schema.value))]
    return []


def _scalar(scalar: Scalar) -> list[str]:
    if scalar.enum:
        return ["one of " + ", ".join(f"`{value}`" for value in scalar.enum)]
    meaning = [scalar.meaning] if scalar.meaning else []
    return meaning if scalar.type == "int-or-string" else [*meaning, *_bounds(scalar.limits)]


def _bounds(limits: Limits) -> list[str]:
    return [words.format(limits[keyword]) for keyword, words in _BOUNDS.items() if keyword in limits]
