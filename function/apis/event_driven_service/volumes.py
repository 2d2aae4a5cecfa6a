"""Volumes of the pod and their mounts in the containers."""

from collections.abc import Sequence

from function.apis.event_driven_service.model.pod import Volume, VolumeSource
from function.base.manifest import Json, Manifest, present


def pod_volumes(volumes: Sequence[Volume]) -> list[Manifest]:
    """Return `volumes` of the pod."""
    return [{"name": volume.name, **_source(volume)} for volume in volumes]


def mounts(volumes: Sequence[Volume]) -> list[Manifest]:
    """Return `volumeMounts` of a container."""
    return [
        present({"name": volume.name, "mountPath": volume.mount_path, "readOnly": volume.read_only or None})
        for volume in volumes
    ]


def _source(volume: Volume) -> Manifest:
    if volume.secret is not None:
        return {"secret": {"secretName": volume.secret.name, **_files(volume.secret)}}
    if volume.config_map is not None:
        return {"configMap": {"name": volume.config_map.name, **_files(volume.config_map)}}
    empty = volume.empty_dir
    return {"emptyDir": present({"medium": empty.medium, "sizeLimit": empty.size_limit}) if empty else {}}


def _files(source: VolumeSource) -> Manifest:
    items: list[Json] = [{"key": item.key, "path": item.path} for item in source.items]
    return present({"items": items, "optional": source.optional or None})
