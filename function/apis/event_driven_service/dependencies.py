"""Which Secrets and ConfigMaps an EventDrivenService needs before its pods can start."""

from collections.abc import Iterator
from typing import Literal

from function.apis.event_driven_service.dependency import Dependency, Key
from function.apis.event_driven_service.model.pod import VolumeSource
from function.apis.event_driven_service.model.service import EventDrivenService
from function.base.problems import join


def dependencies(spec: EventDrivenService) -> tuple[Dependency, ...]:
    """Return what must exist, in the order of the claim, without what is marked optional."""
    return (*_secrets(spec), *_config_maps(spec), *_volumes(spec), *_pull_secrets(spec))


def _secrets(spec: EventDrivenService) -> Iterator[Dependency]:
    for position, ref in enumerate(spec.secret_refs):
        path = join("spec.secretRefs", position)
        keys = tuple(
            Key(name=entry.secret_key, field=join(path, "env", index, "secretKey"))
            for index, entry in enumerate(ref.env)
            if not _optional(entry.optional, ref.optional)
        )
        if keys or (ref.env_from and not ref.optional):
            yield Dependency(kind="Secret", name=ref.name, field=join(path, "name"), keys=keys)


def _config_maps(spec: EventDrivenService) -> Iterator[Dependency]:
    for position, ref in enumerate(spec.config_map_refs):
        path = join("spec.configMapRefs", position)
        keys = tuple(
            Key(name=entry.config_map_key, field=join(path, "env", index, "configMapKey"))
            for index, entry in enumerate(ref.env)
            if not _optional(entry.optional, ref.optional)
        )
        if keys or (ref.env_from and not ref.optional):
            yield Dependency(kind="ConfigMap", name=ref.name, field=join(path, "name"), keys=keys)


def _volumes(spec: EventDrivenService) -> Iterator[Dependency]:
    for position, volume in enumerate(spec.volumes):
        path = join("spec.volumes", position)
        if volume.secret is not None and not volume.secret.optional:
            yield _mounted("Secret", volume.secret, join(path, "secret"))
        if volume.config_map is not None and not volume.config_map.optional:
            yield _mounted("ConfigMap", volume.config_map, join(path, "configMap"))


def _mounted(kind: Literal["Secret", "ConfigMap"], source: VolumeSource, path: str) -> Dependency:
    keys = tuple(Key(name=item.key, field=join(path, "items", index, "key")) for index, item in enumerate(source.items))
    return Dependency(kind=kind, name=source.name, field=join(path, "name"), keys=keys)


def _pull_secrets(spec: EventDrivenService) -> Iterator[Dependency]:
    for position, secret in enumerate(spec.image_pull_secrets):
        yield Dependency(kind="Secret", name=secret.name, field=join("spec.imagePullSecrets", position, "name"))


def _optional(own: bool | None, inherited: bool) -> bool:
    return inherited if own is None else own
