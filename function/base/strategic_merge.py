"""Strategic merge patches, as far as platforms need them: maps are merged, and lists that have a merge key.

The keys are `x-kubernetes-patch-merge-key` in Kubernetes' OpenAPI. Other kinds have none, so their lists are replaced.
"""

from collections.abc import Mapping

from function.base.manifest import Json, Manifest, at, is_list, items_at, mapping_at, present

DIRECTIVE, DELETE = "$patch", "delete"

_POD = "spec.template.spec"
_CONTAINER_KEYS = {
    "env": "name",
    "ports": "containerPort",
    "volumeDevices": "devicePath",
    "volumeMounts": "mountPath",
}
MERGE_KEYS: Mapping[str, Mapping[str, str]] = {
    "Deployment": {
        f"{_POD}.hostAliases": "ip",
        f"{_POD}.imagePullSecrets": "name",
        f"{_POD}.resourceClaims": "name",
        f"{_POD}.schedulingGates": "name",
        f"{_POD}.topologySpreadConstraints": "topologyKey",
        f"{_POD}.volumes": "name",
        **{
            f"{_POD}.{containers}{field}": key
            for containers in ("containers", "initContainers")
            for field, key in {"": "name", **{f".{name}": key for name, key in _CONTAINER_KEYS.items()}}.items()
        },
    },
    "Service": {"spec.ports": "port"},
    "ServiceAccount": {"secrets": "name"},
}
"""The merge keys by kind and path, without what nobody sets: owners, finalizers, ephemeral containers and status."""


def patched(manifest: Manifest, patch: Mapping[str, Json]) -> Manifest:
    """Return the manifest with the patch applied."""
    keys = MERGE_KEYS.get(str(manifest.get("kind")), {})
    return _with_metadata(_maps(manifest, patch, keys, ""))


def _with_metadata(manifest: Manifest) -> Manifest:
    """Return the manifest without empty labels and annotations, which the API server drops and we would add again."""
    made: Manifest = {**manifest, "metadata": present(mapping_at(manifest, "metadata"))}
    template = mapping_at(manifest, "spec", "template")
    if "metadata" in template:
        below: Json = {**template, "metadata": present(mapping_at(template, "metadata"))}
        made["spec"] = {**mapping_at(manifest, "spec"), "template": below}
    return made


def _maps(value: Mapping[str, Json], patch: Mapping[str, Json], keys: Mapping[str, str], path: str) -> Manifest:
    made = dict(value)
    for name, change in patch.items():
        here = f"{path}.{name}" if path else name
        if _deletes(change):
            made.pop(name, None)
        else:
            made[name] = _merged(made.get(name), change, keys, here)
    return made


def _merged(value: Json, change: Json, keys: Mapping[str, str], path: str) -> Json:
    if isinstance(change, Mapping):
        return _maps(value if isinstance(value, Mapping) else {}, change, keys, path)
    if path in keys and is_list(change):
        return _lists(value, change, keys, path)
    return change


def _lists(value: Json, change: Json, keys: Mapping[str, str], path: str) -> list[Json]:
    """Return the items with those of the patch: each replaces what it sets in the item with its key, or comes last."""
    key = keys[path]
    found: dict[str, Json] = {str(at(item, key)): item for item in items_at(value)}
    for item in items_at(change):
        name = str(at(item, key))
        if _deletes(item):
            found.pop(name, None)
        else:
            found[name] = _merged(found.get(name), item, keys, path)
    return list(found.values())


def _deletes(change: Json) -> bool:
    return isinstance(change, Mapping) and change.get(DIRECTIVE) == DELETE
