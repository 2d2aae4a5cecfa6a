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
    closed = _closed(schema)
    properties = closed["properties"]
    assert isinstance(properties, Mapping)
    return {**closed, "properties": {**properties, "metadata": _METADATA}}


def _closed(schema: Mapping[str, Json]) -> dict[str, Json]:
    """Return `schema` closed at every depth; allOf, anyOf, oneOf and not name no new keys in a structural schema."""
    closed = {key: value for key, value in schema.items() if not key.startswith("x-kubernetes-") and key != "default"}
    properties, values, items = schema.get("properties"), schema.get("additionalProperties"), schema.get("items")
    if isinstance(properties, Mapping):
        closed["properties"] = {name: _closed(_schema(value)) for name, value in properties.items()}
        if values is None and not schema.get("x-kubernetes-preserve-unknown-fields"):
            closed["additionalProperties"] = False
    if isinstance(values, Mapping):
        closed["additionalProperties"] = _closed(values)
    if isinstance(items, Mapping):
        closed["items"] = _closed(items)
    if schema.get("x-kubernetes-int-or-string"):
        closed.setdefault("anyOf", _INT_OR_STRING)
    return closed


def _schema(value: Json) -> Mapping[str, Json]:
    assert isinstance(value, Mapping)
    return value
