"""The environment variables of the containers.

Precedence, from high to low: `env`, single keys of Secrets and ConfigMaps, and fields of a binding, whose names are
unique; then the platform's variables; then whole Secrets, where later ones override earlier ones; then whole ConfigMaps
likewise. Literal values come last in the list, so that they can refer to the others as $(NAME).
"""

from collections.abc import Sequence

from function.apis.event_driven_service.model.env import ConfigMapRef, EnvVar, SecretRef
from function.apis.event_driven_service.model.service import EventDrivenService
from function.base.manifest import Json, Manifest, present
from function.platform.config import PlatformConfig
from function.platform.pod_defaults import Variable


def env(spec: EventDrivenService, config: PlatformConfig, bound: Sequence[Manifest] = ()) -> list[Manifest]:
    """Return `env` of the main container: NATS_URL, NATS_STREAM_NAME, NATS_CONSUMER_GROUP first.

    `bound` are the variables from the document of a binding.
    """
    mapped = {
        str(entry["name"]): entry
        for entry in [*_mapped_config_maps(spec.config_map_refs), *_mapped_secrets(spec.secret_refs), *bound]
    }
    platform: list[Manifest] = []
    if spec.nats is not None:
        platform = [
            mapped.pop("NATS_URL", {"name": "NATS_URL", "value": spec.nats.url or config.nats.url}),
            {"name": "NATS_STREAM_NAME", "value": spec.nats.stream},
            {"name": "NATS_CONSUMER_GROUP", "value": spec.nats.consumer},
        ]
    if spec.http_port is not None:
        platform.append({"name": "PORT", "value": str(spec.http_port)})
    own = [*mapped.values(), *_literals(spec.env)]
    return [*platform, *_defaults(config.defaults.pod.env, [*platform, *own]), *own]


def init_env(env: Sequence[Manifest], variables: Sequence[EnvVar]) -> list[Manifest]:
    """Return `env` of the init container: the service's variables, overridden in place, then its other variables.

    A variable can refer only to earlier ones, so an override stays before those that refer to it.
    """
    own = {str(entry["name"]): entry for entry in _literals(variables)}
    shared = [own.pop(str(entry["name"]), entry) for entry in env]
    return [*shared, *own.values()]


def env_from(spec: EventDrivenService) -> list[Manifest]:
    """Return `envFrom`; later sources override earlier ones, so Secrets follow ConfigMaps."""
    return [
        *(_whole("configMapRef", ref) for ref in spec.config_map_refs if ref.env_from),
        *(_whole("secretRef", ref) for ref in spec.secret_refs if ref.env_from),
    ]


def _defaults(variables: Sequence[Variable], claimed: Sequence[Manifest]) -> list[Manifest]:
    """Return the platform's variables that the claim does not set."""
    names = {str(entry["name"]) for entry in claimed} if variables else set()
    return [_default(variable) for variable in variables if variable.name not in names]


def _default(variable: Variable) -> Manifest:
    if variable.field_path is None:
        return {"name": variable.name, "value": variable.value}
    return {"name": variable.name, "valueFrom": {"fieldRef": {"fieldPath": variable.field_path}}}


def _literals(variables: Sequence[EnvVar]) -> list[Manifest]:
    return [{"name": variable.name, "value": variable.value} for variable in variables]


def _mapped_secrets(refs: Sequence[SecretRef]) -> list[Manifest]:
    return [
        _from_key(entry.env_name, "secretKeyRef", ref.name, entry.secret_key, entry.optional, ref.optional)
        for ref in refs
        for entry in ref.env
    ]


def _mapped_config_maps(refs: Sequence[ConfigMapRef]) -> list[Manifest]:
    return [
        _from_key(entry.env_name, "configMapKeyRef", ref.name, entry.config_map_key, entry.optional, ref.optional)
        for ref in refs
        for entry in ref.env
    ]


def _from_key(name: str, kind: str, source: str, key: str, own: bool | None, inherited: bool) -> Manifest:
    optional = inherited if own is None else own
    return {"name": name, "valueFrom": {kind: present({"name": source, "key": key, "optional": optional or None})}}


def _whole(kind: str, ref: SecretRef | ConfigMapRef) -> Manifest:
    source: Json = present({"name": ref.name, "optional": ref.optional or None})
    return present({"prefix": ref.prefix, kind: source})
