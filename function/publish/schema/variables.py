"""Schemas of an API whose texts may contain variables: a text with a variable need not match its own pattern yet."""

from collections.abc import Mapping
from dataclasses import replace

from function.apis.api import Api
from function.base.model import Spec
from function.base.variables import PATTERN
from function.platform.config import PlatformConfig
from function.publish.schema.model import read
from function.publish.schema.tree import Limits, List, Map, Object, Property, Scalar, Schema, Union

_MAX_LENGTH = 256
"""Characters of a text with a variable, unless the text itself may be longer."""


def spec_tree(api: Api[Spec], config: PlatformConfig) -> Object:
    """Return the tree of the spec of an API as an API server has to accept it."""
    tree = read(api.spec, config)
    return with_variables(tree) if api.variables else tree


def with_variables(schema: Object) -> Object:
    """Return the schema in which each text may also be one that contains a variable; keys may not."""
    return replace(schema, properties=_properties(schema.properties))


def _properties(properties: Mapping[str, Property]) -> dict[str, Property]:
    return {name: replace(field, schema=_schema(field.schema)) for name, field in properties.items()}


def _schema(schema: Schema) -> Schema:
    if isinstance(schema, Object):
        return with_variables(schema)
    if isinstance(schema, List):
        return replace(schema, item=_schema(schema.item))
    if isinstance(schema, Map):
        return replace(schema, value=_schema(schema.value))
    if isinstance(schema, Union):
        return replace(schema, variants={tag: with_variables(variant) for tag, variant in schema.variants.items()})
    if isinstance(schema, Scalar) and "pattern" in schema.limits and not schema.enum:
        return replace(schema, limits=_limits(schema.limits))
    return schema


def _limits(limits: Limits) -> Limits:
    found = {**limits, "pattern": f"{limits['pattern']}|{PATTERN}"}
    length = limits.get("maxLength")
    return {**found, "maxLength": max(length, _MAX_LENGTH)} if isinstance(length, int) else found
