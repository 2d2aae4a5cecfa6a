"""A JSON Schema for files that contain the spec of an API alone, in the form of SchemaStore, for editors.

A file may extend another one and is checked after both are merged. The schema therefore requires no field, none of
several fields, and accepts null, which removes an inherited value, and variables in place of any value.
"""

from collections.abc import Collection, Mapping

from function.apis.api import Api
from function.base.manifest import Json, Manifest, items_at, mapping_at
from function.base.model import Spec
from function.platform.config import PlatformConfig
from function.publish.schema.json_schema import json_schema
from function.publish.schema.model import read

_VARIABLE: Manifest = {"type": "string", "pattern": r"\$\{[A-Za-z_][A-Za-z0-9_]*(:-[^}]*)?\}"}
_REMOVED: Manifest = {"type": "null"}
_OF_WHOLE = ("required", "oneOf", "anyOf")
"""Keywords about which fields an object has."""
_TEXTS = ("description", "default", "examples")


def file_schema(api: Api[Spec], suffix: str, config: PlatformConfig) -> Manifest:
    """Return the schema of files with this suffix, such as `.infra`."""
    name = suffix.removeprefix(".")
    spec = json_schema(read(api.spec, config))
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "$id": f"https://{config.group}/schemas/{name}.json",
        "title": f"{suffix} file of {api.kind}",
        **_relaxed(spec),
        "type": "object",
    }


def _relaxed(schema: Mapping[str, Json]) -> Manifest:
    if schema.get("type") == "object":
        return _object(schema)
    texts = {keyword: schema[keyword] for keyword in _TEXTS if keyword in schema}
    bounds = {keyword: value for keyword, value in schema.items() if keyword not in _TEXTS}
    if schema.get("type") == "array":
        bounds["items"] = _relaxed(mapping_at(schema, "items"))
    return {**texts, "anyOf": [bounds, _VARIABLE, _REMOVED]}


def _object(schema: Mapping[str, Json]) -> Manifest:
    found: Manifest = {keyword: value for keyword, value in schema.items() if keyword not in _OF_WHOLE}
    found["type"] = ["object", "null"]
    if "properties" in schema:
        found["properties"] = {name: _relaxed(_node(field)) for name, field in mapping_at(schema, "properties").items()}
    if isinstance(schema.get("additionalProperties"), Mapping):
        found["additionalProperties"] = _relaxed(mapping_at(schema, "additionalProperties"))
    if "allOf" in schema:
        variants = [_node(variant) for variant in items_at(schema, "allOf")]
        fields = {name for variant in variants for name in mapping_at(variant, "then", "properties")}
        found["allOf"] = [_variant(variant, fields) for variant in variants]
    return found


def _variant(schema: Mapping[str, Json], fields: Collection[str]) -> Manifest:
    """Return one variant of a union; it applies only to an object that has its tag.

    A file may remove any of the union's `fields`, because it may inherit them with another tag. They are a pattern, so
    that editors do not offer them.
    """
    then = _object(mapping_at(schema, "then"))
    foreign = sorted({*fields} - mapping_at(then, "properties").keys())
    removed: Manifest = {"patternProperties": {f"^({'|'.join(foreign)})$": _REMOVED}} if foreign else {}
    return {"if": schema["if"], "then": {**then, **removed}}


def _node(schema: Json) -> Mapping[str, Json]:
    return mapping_at({"": schema}, "")
