"""A CRD's structural schema as a JSON Schema that refuses what an API server would prune."""

from collections.abc import Mapping

from function.base.manifest import Json

_TEXTS: Json = {"type": "object", "additionalProperties": {"type": "string"}}
_METADATA: Json = {
    "type": "object",
    "additionalProperties": False,
    "properties": {
        "name": {"type": "string"},
        "namespace": {"type": "string"},
        "labels": _TEXTS,
        "annotations": _TEXTS,
    },
}
_INT_OR_STRING: Json = [{"type": "integer"}, {"type": "string"}]


def strict(schema: Mapping[str, Json]) -> dict[str, Json]:
    """Return the schema of a whole object with metadata spelled out and every unknown key refused."""
    whole = closed(schema)
    properties = whole["properties"]
    assert isinstance(properties, Mapping)
    # a CRD may leave out the first two, which an API server knows
    common = {"apiVersion": {"type": "string"}, "kind": {"type": "string"}, "metadata": _METADATA}
    return {**whole, "properties": {**properties, **common}}


def closed(schema: Mapping[str, Json]) -> dict[str, Json]:
    """Return `schema` closed at every depth; allOf, anyOf, oneOf and not name no new keys in a structural schema."""
    found = {key: value for key, value in schema.items() if not key.startswith("x-kubernetes-") and key != "default"}
    properties, values, items = schema.get("properties"), schema.get("additionalProperties"), schema.get("items")
    if isinstance(properties, Mapping):
        found["properties"] = {name: closed(_schema(value)) for name, value in properties.items()}
        if values is None and not schema.get("x-kubernetes-preserve-unknown-fields"):
            found["additionalProperties"] = False
    if isinstance(values, Mapping):
        found["additionalProperties"] = closed(values)
    if isinstance(items, Mapping):
        found["items"] = closed(items)
    if schema.get("x-kubernetes-int-or-string"):
        found.setdefault("anyOf", _INT_OR_STRING)
    return found


def _schema(value: Json) -> Mapping[str, Json]:
    assert isinstance(value, Mapping)
    return value
