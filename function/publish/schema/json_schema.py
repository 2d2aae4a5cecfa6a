"""A JSON Schema for the documents of an API, for editors and validators outside a cluster.

All editors support draft 07. The schema covers single fields, and which of several must be given. Other rules between
fields are only in the CEL of the XRD and in the function. It rejects null, although an API server would drop it.
"""

from collections.abc import Mapping

from function.apis.api import NAME_INVALID, VERSION, Api
from function.apis.composite import CROSSPLANE_FIELDS
from function.base.manifest import Json, Manifest, present
from function.base.model import Spec
from function.base.types import DNS_LABEL
from function.platform.config import PlatformConfig
from function.publish.schema.tree import List, Map, Object, Property, Scalar, Schema, Union
from function.publish.schema.variables import spec_tree

_TEXTS: Manifest = {"type": "object", "additionalProperties": {"type": "string"}}


def document(api: Api[Spec], config: PlatformConfig) -> Manifest:
    """Return the schema of a claim, its composite, and a namespaced composite, which differ in kind and name."""
    spec = json_schema(spec_tree(api, config))
    properties = spec["properties"]
    kept: Manifest = {name: {"description": "Managed by Crossplane."} for name in CROSSPLANE_FIELDS}
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": api.kind,
        "description": spec["description"],
        "type": "object",
        "required": ["apiVersion", "kind", "metadata", "spec"],
        "additionalProperties": False,
        "properties": {
            "apiVersion": {"description": "Group and version of the API.", "const": f"{config.group}/{VERSION}"},
            "kind": {
                "description": f"{api.kind}; {api.composite_kind} is the composite of a claim, created by Crossplane.",
                "enum": [api.kind, api.composite_kind],
            },
            "metadata": _METADATA,
            "spec": {**spec, "properties": {**(properties if isinstance(properties, Mapping) else {}), **kept}},
            "status": {"description": "Set by the function and Crossplane.", "type": "object"},
        },
        "if": {"required": ["kind"], "properties": {"kind": {"const": api.kind}}},
        "then": {"properties": {"metadata": _named(api)}},
    }


def json_schema(schema: Schema) -> Manifest:
    """Return the schema of a value; it rejects unknown fields at every depth."""
    if isinstance(schema, Scalar):
        return _scalar(schema)
    if isinstance(schema, List):
        return {"type": "array", "items": json_schema(schema.item), **schema.limits}
    if isinstance(schema, Map):
        keys = present({"enum": list(schema.key.enum), **schema.key.limits, **_explained(schema.key)})
        return present(
            {
                "type": "object",
                "propertyNames": keys,
                "additionalProperties": json_schema(schema.value),
                **schema.limits,
            }
        )
    if isinstance(schema, Object):
        return _object(schema)
    return _union(schema) if isinstance(schema, Union) else {"type": "object"}


def _object(schema: Object) -> Manifest:
    required: list[Json] = [name for name, field in schema.properties.items() if field.required]
    properties: Manifest = {name: _property(field) for name, field in schema.properties.items()}
    return {
        **present({"description": schema.description or None, "type": "object", "required": required}),
        "additionalProperties": False,
        "properties": properties,
        **_alternatives(schema),
    }


def _alternatives(schema: Object) -> Manifest:
    """Return what the rules of an object say about which fields must be given.

    Raises ValueError for two such rules of the same form, because an object has each keyword once.
    """
    found: Manifest = {}
    for rule in schema.rules:
        new = rule.one_of.schema(rule.describe()) if rule.one_of else {}
        if found.keys() & new.keys():
            raise ValueError(f"{rule.message}: another rule of the object already has this form")
        found |= new
    return found


def _property(field: Property) -> Manifest:
    inner = json_schema(field.schema)
    own = inner.pop("description", None)
    return present({"description": field.description or own, **inner, "default": field.default})


def _scalar(schema: Scalar) -> Manifest:
    kind: Json = ["integer", "string"] if schema.type == "int-or-string" else schema.type
    shown = [] if schema.enum else list(schema.examples)
    return present({"type": kind, "enum": list(schema.enum), **schema.limits, **_explained(schema), "examples": shown})


def _explained(schema: Scalar) -> Manifest:
    """Return what editors show in place of a pattern; validators ignore it."""
    return {"patternErrorMessage": f"must be {schema.meaning}"} if "pattern" in schema.limits and schema.meaning else {}


def _union(schema: Union) -> Manifest:
    """Return conditions instead of `oneOf`, so that errors are only about the chosen variant."""
    tag: Manifest = {"type": "string", "enum": list(schema.variants)}
    chosen: list[Json] = [
        {"if": {"required": [schema.tag], "properties": {schema.tag: {"const": kind}}}, "then": json_schema(variant)}
        for kind, variant in schema.variants.items()
    ]
    return {"type": "object", "required": [schema.tag], "properties": {schema.tag: tag}, "allOf": chosen}


_METADATA: Manifest = {
    "type": "object",
    "required": ["name"],
    "properties": {
        "name": {"description": "Name of the object.", "type": "string", "maxLength": 253},
        "namespace": {
            "description": "Namespace of the object, and of the objects that the platform creates for it.",
            "type": "string",
            "maxLength": 63,
        },
        "labels": _TEXTS,
        "annotations": _TEXTS,
    },
}


def _named(api: Api[Spec]) -> Manifest:
    name: Manifest = {"pattern": DNS_LABEL.pattern, "patternErrorMessage": NAME_INVALID, "maxLength": api.name_max}
    return {"properties": {"name": name}}
