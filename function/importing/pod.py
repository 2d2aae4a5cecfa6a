"""Parts of a pod template, as a claim expresses them."""

from collections.abc import Mapping

from function.base import labels
from function.base.manifest import Json, Manifest, at, items_at, mapping_at, present, text_at
from function.importing.containers import init_position
from function.importing.environment import own_literals

TOKEN = "automountServiceAccountToken"  # noqa: S105 - the name of a field
"""Of the pods, or else of their ServiceAccount."""
_USERS = ("runAsUser", "runAsGroup")


def init_container(pod: Json, main: Json, port: int | None) -> Manifest | None:
    """Return `initContainer`, or None if the pod has none that ends."""
    position = init_position(pod)
    if position is None:
        return None
    found = items_at(pod, "initContainers")[position]
    fields = {key: at(found, key) for key in ("command", "args", "image")}
    return present({**fields, "env": own_literals(found, main, port)})


def pod_labels(template: Json) -> Manifest:
    """Return the labels that the platform does not set."""
    found = mapping_at(template, "metadata", "labels")
    return {key: value for key, value in found.items() if key not in labels.RESERVED}


def topology_spread(pod: Json) -> list[Json]:
    """Return the constraints without their selectors."""
    constraints = (entry for entry in items_at(pod, "topologySpreadConstraints") if isinstance(entry, Mapping))
    fields = ("maxSkew", "topologyKey", "whenUnsatisfiable")
    return [present({key: entry.get(key) for key in fields}) for entry in constraints]


def security_context(pod: Json, main: Json) -> Manifest:
    """Return user, groups, and access to the root filesystem; without a user, that of the image."""
    shared, own = mapping_at(pod, "securityContext"), mapping_at(main, "securityContext")
    users = {key: own.get(key, shared.get(key)) for key in _USERS}
    fields = ("fsGroup", "fsGroupChangePolicy", "supplementalGroups")
    return present(
        {
            **users,
            **{key: shared.get(key) for key in fields},
            "useImageUser": users["runAsUser"] is None or None,
            "readOnlyRootFilesystem": own.get("readOnlyRootFilesystem"),
        }
    )


def volumes(pod: Json, main: Json) -> list[Json]:
    """Return the volumes that the container mounts as a whole, each at its first place."""
    sources = {text_at(entry, "name"): _source(entry) for entry in items_at(pod, "volumes")}
    found: dict[str, Json] = {}
    for mount in items_at(main, "volumeMounts"):
        name = text_at(mount, "name")
        if name not in found and sources.get(name) and not _is_part(mount):
            read_only = at(mount, "readOnly") is True or None
            fields = present({"name": name, "mountPath": at(mount, "mountPath"), "readOnly": read_only})
            found[name] = {**fields, **sources[name]}
    return list(found.values())


def _is_part(mount: Json) -> bool:
    return bool(at(mount, "subPath") or at(mount, "subPathExpr"))


def _source(volume: Json) -> Manifest:
    """Return the source of a volume, {} if a claim cannot express it."""
    if isinstance(secret := at(volume, "secret"), Mapping):
        return {"secret": {"name": secret.get("secretName"), **_files(secret)}}
    if isinstance(config_map := at(volume, "configMap"), Mapping):
        return {"configMap": {"name": config_map.get("name"), **_files(config_map)}}
    if isinstance(empty := at(volume, "emptyDir"), Mapping):
        return {"emptyDir": present({"sizeLimit": empty.get("sizeLimit"), "medium": empty.get("medium") or None})}
    return {}


def _files(source: Json) -> Manifest:
    items: list[Json] = [{"key": at(item, "key"), "path": at(item, "path")} for item in items_at(source, "items")]
    return present({"items": items, "optional": at(source, "optional") is True or None})
