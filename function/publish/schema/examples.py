"""The smallest valid value of a schema, for the minimal example on a reference page."""

from function.base.manifest import Json
from function.base.problems import describe
from function.publish.schema.tree import List, Map, Object, Scalar, Schema, Union

_MISSING = "EP101"
"""The code of a rule that requires a field unless another one replaces it."""


def minimal(schema: Schema, path: str) -> Json:
    """Return the smallest valid value; raises ValueError for a required string without an example."""
    if isinstance(schema, Object):
        usual = {rule.field for rule in schema.rules if rule.code == _MISSING}
        required = {name: field for name, field in schema.properties.items() if field.required or name in usual}
        return {name: minimal(field.schema, f"{path}.{name}") for name, field in required.items()}
    if isinstance(schema, Union):
        return minimal(next(iter(schema.variants.values())), path)
    if isinstance(schema, List):
        return [minimal(schema.item, f"{path}[]")] if schema.limits.get("minItems") else []
    if isinstance(schema, Map):
        some = schema.limits.get("minProperties")
        return {str(minimal(schema.key, path)): minimal(schema.value, f"{path}.*")} if some else {}
    return _example(schema, path) if isinstance(schema, Scalar) else {}


def _example(scalar: Scalar, path: str) -> Json:
    examples = (*scalar.enum, *scalar.examples)
    if examples:
        return examples[0]
    if scalar.type == "string":
        raise ValueError(
            describe(f"{path}: this required string has no example", hint="add Field(examples=[...]) to its model")
        )
    return True if scalar.type == "boolean" else scalar.limits.get("minimum", 1)
