"""The managedFields of an object in the form FieldsV1: every field, named once more by who set it."""

from collections.abc import Mapping

from function.base.manifest import Json, Manifest

_MERGED_BY = ("name", "type", "containerPort")
"""Keys by which the API server tells the items of a list apart."""
_UNTYPED = "manifest"
"""The field of an Object whose content has no schema: a list in there is one value."""


def managed_fields(manifest: Manifest, *, spec_by: str, status_by: str) -> list[Json]:
    """Return an entry for what the first manager sets, and one for the status if there is one."""
    fields = {name: part for name, part in manifest.items() if name not in ("apiVersion", "kind", "status")}
    entries = [_entry(manifest, spec_by, "Apply", fields)]
    if "status" in manifest:
        entries.append(
            _entry(manifest, status_by, "Update", {"status": manifest["status"]}) | {"subresource": "status"}
        )
    return [*entries]


def _entry(manifest: Manifest, manager: str, operation: str, fields: Manifest) -> Manifest:
    return {
        "manager": manager,
        "operation": operation,
        "apiVersion": manifest["apiVersion"],
        "time": "2026-11-20T09:30:12Z",
        "fieldsType": "FieldsV1",
        "fieldsV1": _fields(fields),
    }


def _fields(value: Json, *, typed: bool = True) -> Manifest:
    if isinstance(value, Mapping):
        return {f"f:{key}": _fields(item, typed=typed and key != _UNTYPED) for key, item in value.items()}
    if not typed or not isinstance(value, list):
        return {}
    items = ((_key(item), item) for item in value if isinstance(item, Mapping))
    return {key: {".": {}, **_fields(item)} for key, item in items if key}


def _key(item: Mapping[str, Json]) -> str:
    """Return the key of an item, or "": a list of such items is one value."""
    for key in _MERGED_BY:
        if isinstance(item.get(key), str | int):
            return f'k:{{"{key}":"{item[key]}"}}'
    return ""
