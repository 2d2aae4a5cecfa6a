"""Turns the tree of a model into a structural schema, the dialect of OpenAPI for CRDs and XRDs."""

from collections.abc import Mapping

from function.base.manifest import Json, Manifest, present
from function.publish.schema import cel, tagged_union
from function.publish.schema.tree import Limits, List, Map, Object, Property, Scalar, Schema, Union

_EXCLUSIVE = {"exclusiveMinimum": "minimum", "exclusiveMaximum": "maximum"}


def structural(schema: Schema, name: str = "") -> Manifest:
    """Return the schema without defaults: an API server would write them into stored objects and freeze them there.

    `name` is the name of the field; messages about a tagged union use its singular for a member.
    """
    if isinstance(schema, Scalar):
        return _scalar(schema)
    if isinstance(schema, List):
        return {"type": "array", "items": structural(schema.item, name), **_limits(schema.limits)}
    if isinstance(schema, Map):
        return present(
            {
                "type": "object",
                "additionalProperties": structural(schema.value, name),
                **_limits(schema.limits),
                "x-kubernetes-validations": cel.key_rules(schema.key),
            }
        )
    if isinstance(schema, Object):
        return _object(schema)
    if isinstance(schema, Union):
        return tagged_union.merged(schema, tagged_union.singular(name), _property)
    return {"type": "object", "x-kubernetes-preserve-unknown-fields": True}


def declared(schema: Schema) -> Manifest:
    """Return only types and descriptions, for a status: one value out of bounds would lose the whole status."""
    if isinstance(schema, Scalar):
        return _type(schema)
    if isinstance(schema, List):
        return {"type": "array", "items": declared(schema.item)}
    if isinstance(schema, Map):
        return {"type": "object", "additionalProperties": declared(schema.value)}
    if isinstance(schema, Object):
        properties = {
            name: _described(field.description, declared(field.schema)) for name, field in schema.properties.items()
        }
        return present({"description": schema.description, "type": "object", "properties": properties})
    if isinstance(schema, Union):
        raise TypeError("a status cannot contain a tagged union")
    return structural(schema)


def _object(schema: Object) -> Manifest:
    required: list[Json] = [name for name, field in schema.properties.items() if field.required]
    return present(
        {
            "description": schema.description or None,
            "type": "object",
            "required": required,
            "properties": {name: _property(name, field) for name, field in schema.properties.items()},
            "x-kubernetes-validations": [cel.validation(rule) for rule in schema.rules],
        }
    )


def _property(name: str, field: Property) -> Manifest:
    return _described(field.description, structural(field.schema, name))


def _described(description: str, schema: Mapping[str, Json]) -> Manifest:
    inner = {key: value for key, value in schema.items() if key != "description"}
    return present({"description": description or schema.get("description") or None, **inner})


def _scalar(schema: Scalar) -> Manifest:
    return present({**_type(schema), "enum": list(schema.enum), **_limits(schema.limits)})


def _type(schema: Scalar) -> Manifest:
    return {"x-kubernetes-int-or-string": True} if schema.type == "int-or-string" else {"type": schema.type}


def _limits(limits: Limits) -> Manifest:
    """Return the bounds in the form of OpenAPI 3.0, where an exclusive bound is a flag and not a number."""
    found: Manifest = {}
    for keyword, bound in limits.items():
        if keyword in _EXCLUSIVE:
            found |= {_EXCLUSIVE[keyword]: bound, keyword: True}
        else:
            found[keyword] = bound
    return found
