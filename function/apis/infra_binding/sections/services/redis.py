"""Redis: one server with a volume."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Literal

from function.apis.infra_binding.bound_secret import BoundSecret
from function.apis.infra_binding.endpoints.endpoint import Endpoint
from function.apis.infra_binding.l5 import Reference
from function.apis.infra_binding.member import Made, Part
from function.apis.infra_binding.names import bound_name, fields_digest, object_name, short_name
from function.apis.infra_binding.redis.backup import VolumeBackup
from function.apis.infra_binding.redis.configuration import Persistence, configuration
from function.apis.infra_binding.redis.conversion import CONVERT, SCRIPT
from function.apis.infra_binding.redis.endpoint import run
from function.apis.infra_binding.redis.pod import CONFIG, PORT, Pod
from function.apis.infra_binding.secret_refs import with_secret_key_refs
from function.apis.infra_binding.sections.services._section import Service
from function.apis.infra_binding.stores.redis_endpoint import Redis, endpoint
from function.base import labels
from function.base.condition import WORKLOAD_AVAILABLE
from function.base.cron import backward
from function.base.manifest import Manifest, mapping_at
from function.base.meta import Meta
from function.base.problems import Problem, describe, join
from function.base.quantity import parse_quantity
from function.base.rule import Rule
from function.base.types import Bytes
from function.delivery.resource import Resource
from function.manifests import config_map, persistent_volume_claim, service, snapshot_schedule, stateful_set
from function.platform.config import PlatformConfig
from function.readiness import DEFAULT
from function.readiness.snapshot_schedule import READINESS as SCHEDULED
from function.readiness.stateful_set import READINESS as RUNNING

SERVER = Part(key="redis", kind=stateful_set.KIND.kind, made="for services of type redis")
ADDRESS = Part(key="redisservice", kind=service.KIND.kind, made="for services of type redis")
CONFIGURATION = Part(key="redisconfig", kind=config_map.KIND.kind, made="for services of type redis")
VOLUME = Part(
    key="redisvolume",
    kind=persistent_volume_claim.KIND.kind,
    made="for services of type redis; kept when the binding is deleted",
)
BACKUP = Part(
    key="redisbackup",
    kind=snapshot_schedule.KIND.kind,
    made="for services of type redis with `backup`",
)
_COMPONENT = "binding-service"
_BINDING = "platform.fn.bizmatters.io/binding"
"""A label of volumes: those that deleted bindings left have the same other labels if their entries had this name."""


def _leaves_half(redis: "Model") -> bool:
    limit = redis.resources.limits.memory
    return redis.max_memory is None or limit is None or 2 * parse_quantity(redis.max_memory) <= parse_quantity(limit)


class Model(Service):
    """Redis: one server with a volume. While its pod is replaced, it cannot be reached."""

    makes = (SERVER, ADDRESS, CONFIGURATION, VOLUME, BACKUP)
    rules = (
        Rule(
            cel="!has(self.max_memory) || !has(self.resources) || !has(self.resources.limits) || "
            "!has(self.resources.limits.memory) || quantity(string(self.max_memory)).add("
            "quantity(string(self.max_memory))).compareTo(quantity(string(self.resources.limits.memory))) <= 0",
            message="max_memory must be at most half of the memory limit, because Redis needs up to twice the memory "
            "of its data while it saves",
            hint="increase resources.limits.memory, or decrease max_memory",
            field="max_memory",
            holds=_leaves_half,
            got=lambda redis: f"{redis.max_memory} and {redis.resources.limits.memory}",
        ),
    )

    type: Literal["redis"]
    password: Reference
    """Password of the default user. After a change of the Secret, restart the pod."""
    persistence: Persistence = Persistence()
    """How the data is kept on the volume."""
    max_memory: Bytes | None = None
    """Memory for data, such as 128Mi: at most half of the memory limit. Default: no limit, so that the container is
    killed when it exceeds its own."""
    eviction: Literal["noeviction", "allkeys-lru", "allkeys-lfu", "volatile-lru", "volatile-lfu", "volatile-ttl"] = (
        "noeviction"
    )
    """What is removed when max_memory is reached. With noeviction, nothing is, and writing fails."""

    backup: VolumeBackup | None = None
    """Regular snapshots of the volume. Default: none."""

    def wants(self, name: str, secrets: Mapping[str, BoundSecret]) -> Collection[str]:
        """Return the keys of all objects; a schedule is only wanted for backups."""
        return [part.of(name) for part in self.makes if part != BACKUP or self.backup is not None]

    def dns_names(self, name: str) -> Iterable[str]:
        """Return the name of the Service."""
        return [object_name(name)]

    def physical(self, name: str, secrets: Mapping[str, BoundSecret]) -> str:
        """Return the address."""
        return f"{object_name(name)}:{PORT}"

    def client(self, name: str) -> Manifest:
        """Return how applications of the namespace connect."""
        return {"host": object_name(name), "port": str(PORT), "password": self.password}

    def endpoint(self, name: str, meta: Meta, secrets: Mapping[str, BoundSecret]) -> Endpoint:
        """Return the server."""
        redis = Redis(
            address=self.physical(name, secrets), namespace=meta.namespace, secrets=secrets, password=self.password
        )
        size, limit = self.storage.size, self.max_memory
        return run(endpoint(redis), self.persistence, self.backup, self.resources, storage=size, max_memory=limit)

    def problems(self, path: str, namespace: str, config: PlatformConfig) -> Iterator[Problem]:
        """Yield what the platform does not allow, and that it names no image."""
        yield from super().problems(path, namespace, config)
        services = config.binding_services
        if services.redis_image is None:
            yield _unset(join(path, "type"), "the platform names no image of Redis", "redisImage")
        if self.backup is not None:
            yield from backward(join(path, "backup", "schedule"), self.backup.schedule)
            if not services.snapshot_schedules:
                yield _unset(join(path, "backup"), "nothing takes snapshots of volumes", "snapshotSchedules")

    def made(self, name: str, meta: Meta, config: PlatformConfig, secrets: Mapping[str, BoundSecret]) -> Made:
        """Return the objects, of which only the volume stays when the binding goes."""
        own, bound = replace(meta, name=object_name(name)), bound_name(meta.name, name)
        selector = labels.selector(own.name, _COMPONENT)
        of_volume = {**selector, _BINDING: meta.name}
        files = {CONFIG: configuration(self.persistence, self.max_memory, self.eviction), SCRIPT: CONVERT}
        template = self._pod(bound, files, config, secrets).template({**meta.labels, **selector})
        manifests = {
            SERVER: stateful_set.manifest(own, selector=selector, template=template),
            ADDRESS: service.manifest(own, selector=selector, port=PORT, port_name="redis"),
            CONFIGURATION: config_map.manifest(meta, name=bound, annotations={}, data=files),
            VOLUME: persistent_volume_claim.manifest(
                Meta(bound, meta.namespace, {**meta.labels, **of_volume}),
                size=self.storage.size,
                storage_class=self.storage.class_name,
            ),
        }
        if self.backup is not None:
            manifests[BACKUP] = snapshot_schedule.manifest(
                replace(meta, name=short_name(meta.name, name)),
                selector=of_volume,
                schedule=self.backup.schedule,
                keep=self.backup.keep,
                snapshot_class=self.backup.snapshot_class,
            )
        return Made(own=tuple(_resource(part, name, manifest) for part, manifest in manifests.items()))

    def _pod(
        self, bound: str, files: Mapping[str, str], config: PlatformConfig, secrets: Mapping[str, BoundSecret]
    ) -> Pod:
        """Return the pod, with the volume and the files of this name."""
        return Pod(
            image=config.binding_services.redis_image or "",
            password=mapping_at(with_secret_key_refs(self.password, secrets)),
            resources=self.resources.manifest(),
            config_map=bound,
            config_digest=fields_digest(dict(files)),
            aof=self.persistence.aof,
            volume=bound,
        )


def _unset(path: str, what: str, field: str) -> Problem:
    setting = f"PlatformConfig.spec.bindingServices.{field}"
    message = describe(f"{what}, because {setting} is not set", hint="ask the platform team to set it")
    return Problem(path=path, message=message, code="EP412", setting=setting)


def _resource(part: Part, name: str, manifest: Manifest) -> Resource:
    readiness = {SERVER: RUNNING, BACKUP: SCHEDULED}.get(part, DEFAULT)
    return Resource(part.of(name), manifest, readiness, keep=part == VOLUME, about=WORKLOAD_AVAILABLE)
