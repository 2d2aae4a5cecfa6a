"""The smallest valid value of a schema, for the minimal document of a reference page."""

from function.base.manifest import Json
from function.publish.schema.tree import Entries, Items, Object, Scalar, Schema, Variants


def minimal(schema: Schema, path: str) -> Json:
    """Return the smallest valid value; raise ValueError for a required text of which no example is known."""
    if isinstance(schema, Object):
        required = {name: found for name, found in schema.properties.items() if found.required}
        return {name: minimal(found.schema, f"{path}.{name}") for name, found in required.items()}
    if isinstance(schema, Variants):
        return minimal(next(iter(schema.variants.values())), path)
    if isinstance(schema, Items):
        return [minimal(schema.item, f"{path}[]")] if schema.limits.get("minItems") else []
    if isinstance(schema, Entries):
        some = schema.limits.get("minProperties")
        return {str(minimal(schema.key, path)): minimal(schema.value, f"{path}.*")} if some else {}
    return _example(schema, path) if isinstance(schema, Scalar) else {}


def _example(scalar: Scalar, path: str) -> Json:
    known = (*scalar.enum, *scalar.examples)
    if known:
        return known[0]
    if scalar.type == "string":
        raise ValueError(f"{path}: no example of this required text is known. give its model Field(examples=[...])")
    return True if scalar.type == "boolean" else scalar.limits.get("minimum", 1)
