"""The volumes of a container in a compose file."""

from collections.abc import Iterator, Mapping

from function.base.manifest import Json, Manifest, items_at, mapping_at, present, text_at
from function.base.quantity import parse_quantity
from function.compose.effect import without
from function.compose.text import escaped

_OF_MOUNT = {
    **dict.fromkeys(("mountPath", "name", "readOnly"), ""),
    **dict.fromkeys(("subPath", "subPathExpr"), "the whole volume is mounted"),
}
_OF_SOURCE = {
    **dict.fromkeys(("items", "name", "optional", "secretName"), ""),
    "defaultMode": "files have the mode that they have in the folder",
}
"""Fields of a Secret or ConfigMap as a volume, each with why it has no effect, or "" if it has one."""


def volumes(container: Json, pod_spec: Json) -> Iterator[Manifest]:
    """Yield the mounts: a folder beside the compose file for a Secret or ConfigMap, memory for an empty volume."""
    known = _volumes(pod_spec)
    for mount in items_at(container, "volumeMounts"):
        volume = known.get(text_at(mount, "name"), {})
        target, only_read = escaped(text_at(mount, "mountPath")), mapping_at({"": mount}, "").get("readOnly") is True
        folder = folder_of(volume)
        if "emptyDir" in volume:
            size = text_at(volume, "emptyDir", "sizeLimit")
            memory = present({"size": bytes_of(size) if size else None})
            yield present({"type": "tmpfs", "target": target, "read_only": only_read or None, "tmpfs": memory})
        elif folder:
            yield {"type": "bind", "source": escaped(f"./{folder}"), "target": target, "read_only": True}


def told(container: Json, pod_spec: Json) -> Iterator[str]:
    """Yield what of the mounts has no equivalent."""
    known = _volumes(pod_spec)
    for mount in items_at(container, "volumeMounts"):
        name = text_at(mount, "name")
        volume = known.get(name, {})
        if "emptyDir" not in volume and not folder_of(volume):
            yield f"volume {name}: is not mounted, because compose has no such volume"
        yield from without(mapping_at({"": mount}, ""), _OF_MOUNT, f"volume {name}: ")
        for source in ("secret", "configMap"):
            yield from without(mapping_at(volume, source), _OF_SOURCE, f"volume {name}: ")


def folders(container: Json, pod_spec: Json) -> Iterator[tuple[str, str]]:
    """Yield the folders that must exist, each with what has to be in it."""
    known = _volumes(pod_spec)
    for mount in items_at(container, "volumeMounts"):
        volume = known.get(text_at(mount, "name"), {})
        folder = folder_of(volume)
        if folder:
            kind = "Secret" if "secret" in volume else "ConfigMap"
            items = items_at(volume, "secret" if "secret" in volume else "configMap", "items")
            names = ", ".join(f"{text_at(item, 'path')} (key {text_at(item, 'key')})" for item in items)
            yield folder, f"a file for {names or 'each key'} of {kind} {folder}"


def folder_of(volume: Mapping[str, Json]) -> str:
    """Return the folder for a volume, "" if it has none."""
    return text_at(volume, "secret", "secretName") or text_at(volume, "configMap", "name")


def bytes_of(quantity: str) -> str:
    """Return an amount of memory as compose writes it."""
    return f"{int(parse_quantity(quantity))}b"


def _volumes(pod_spec: Json) -> dict[str, Mapping[str, Json]]:
    return {text_at(volume, "name"): mapping_at({"": volume}, "") for volume in items_at(pod_spec, "volumes")}
