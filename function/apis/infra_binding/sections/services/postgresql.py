"""PostgreSQL, run by CloudNativePG."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Annotated, Literal

from pydantic import Field

from function.apis.infra_binding.bound_secret import BoundSecret
from function.apis.infra_binding.endpoints.endpoint import Endpoint
from function.apis.infra_binding.member import Made, Part
from function.apis.infra_binding.names import object_name
from function.apis.infra_binding.postgresql.backup import Backup
from function.apis.infra_binding.postgresql.endpoint import Server, endpoint
from function.apis.infra_binding.postgresql.identifier import NOT_OWN_DATABASE, NOT_OWN_ROLE, Identifier
from function.apis.infra_binding.postgresql.pool import Connections, Pool
from function.apis.infra_binding.sections.services._section import Service, too_many
from function.base.condition import WORKLOAD_AVAILABLE
from function.base.cron import backward
from function.base.manifest import Json, Manifest, present
from function.base.meta import Meta
from function.base.problems import Problem, join
from function.delivery.resource import Resource
from function.manifests import postgresql_cluster, postgresql_pooler, postgresql_scheduled_backup
from function.platform.config import PlatformConfig
from function.readiness import Readiness
from function.readiness.postgresql_pooler import READINESS as POOLING
from function.readiness.postgresql_scheduled_backup import READINESS as SCHEDULED
from function.readiness.ready_condition import READINESS as RUNNING

CLUSTER = Part(
    key="postgresql",
    kind=postgresql_cluster.KIND.kind,
    made="for services of type postgresql; kept when the binding is deleted",
)
POOLER = Part(
    key="postgresqlpool",
    kind=postgresql_pooler.KIND.kind,
    made="for services of type postgresql with `pool`",
)
BACKUP = Part(
    key="postgresqlbackup",
    kind=postgresql_scheduled_backup.KIND.kind,
    made="for services of type postgresql with `backup`",
)
_READINESS: Mapping[Part, Readiness] = {CLUSTER: RUNNING, POOLER: POOLING, BACKUP: SCHEDULED}
_PORT = 5432
_OPERATED = ("rw", "ro", "r")
"""The ends of the names of the Services that the operator creates."""


class Model(Service):
    """PostgreSQL, run by CloudNativePG. Its volumes, users, and certificates belong to the operator."""

    makes = (CLUSTER, POOLER, BACKUP)
    rules = (NOT_OWN_DATABASE, NOT_OWN_ROLE)

    type: Literal["postgresql"]
    database: Identifier
    """Database that is created with the server. A later change has no effect."""
    owner: Identifier
    """User that owns the database. Its password is in a Secret of the operator. A later change has no effect."""
    instances: Annotated[int, Field(ge=1, le=100)] = 1
    """Number of servers: one, and its replicas."""
    max_connections: Connections | None = None
    """Number of connections of the server. Default: 100, as in PostgreSQL."""
    pg_stat_statements: bool = False
    """Record statistics about statements with the extension pg_stat_statements."""
    pool: Pool | None = None
    """A connection pool in front of the database. Default: none; clients connect to the server."""
    backup: Backup | None = None
    """Regular backups. Default: none."""

    def wants(self, name: str, secrets: Mapping[str, BoundSecret]) -> Collection[str]:
        """Return the keys of the server and, if they are asked for, of the pool and the backups."""
        parts = (CLUSTER, *([POOLER] if self.pool else []), *([BACKUP] if self.backup else []))
        return [part.of(name) for part in parts]

    def dns_names(self, name: str) -> Iterable[str]:
        """Return the names under which servers and pool are reached."""
        cluster = object_name(name)
        pool = [_pool(cluster)] if self.pool else []
        return [cluster, *(f"{cluster}-{end}" for end in _OPERATED), *pool]

    def physical(self, name: str, secrets: Mapping[str, BoundSecret]) -> str:
        """Return the address of the database."""
        return f"{object_name(name)}:{_PORT}/{self.database}"

    def client(self, name: str) -> Manifest:
        """Return how applications of the namespace connect, with the Secret that the operator creates."""
        cluster = object_name(name)
        login = {
            field: {"secretKeyRef": {"name": f"{cluster}-app", "key": field}} for field in ("username", "password")
        }
        return present(
            {
                "host": cluster,
                "port": str(_PORT),
                "database": self.database,
                **login,
                "pool": {"host": _pool(cluster), "port": str(_PORT)} if self.pool else None,
            }
        )

    def changed(self) -> Iterator[tuple[str, str]]:
        """Yield the schedule, which the operator writes differently."""
        if self.backup is not None:
            with_seconds = self.backup.schedule_with_seconds()
            yield "backup.schedule", f"the operator gets '{with_seconds}': its first field counts seconds"

    def unmanaged(self) -> Iterator[tuple[str, str]]:
        """Yield that snapshots stay."""
        if self.backup is not None and self.backup.snapshots:
            yield "backup", "nothing removes old snapshots, because CloudNativePG has retention only for object stores"

    def endpoint(self, name: str, meta: Meta, secrets: Mapping[str, BoundSecret]) -> Endpoint:
        """Return the server and its database."""
        return endpoint(
            Server(
                cluster=object_name(name),
                namespace=meta.namespace,
                database=self.database,
                owner=self.owner,
                instances=self.instances,
                storage=self.storage.size,
                compute=self.resources,
                connections=self.max_connections,
                statements=self.pg_stat_statements,
                pool=self.pool,
                backup=self.backup,
            )
        )

    def problems(self, path: str, namespace: str, config: PlatformConfig) -> Iterator[Problem]:
        """Yield what the platform does not allow, and a schedule that means nothing."""
        yield from super().problems(path, namespace, config)
        yield from too_many(join(path, "instances"), self.instances, config)
        if self.pool is not None:
            yield from too_many(join(path, "pool", "instances"), self.pool.instances, config)
        if self.backup is not None:
            yield from backward(join(path, "backup", "schedule"), self.backup.schedule)

    def made(self, name: str, meta: Meta, config: PlatformConfig, secrets: Mapping[str, BoundSecret]) -> Made:
        """Return the server, which stays when the binding goes, its pool, and its backups."""
        own = replace(meta, name=object_name(name))
        manifests = {CLUSTER: self._cluster(own, config)}
        if self.pool is not None:
            manifests[POOLER] = postgresql_pooler.manifest(
                replace(own, name=_pool(own.name)),
                cluster=own.name,
                instances=self.pool.instances,
                mode=self.pool.mode,
                parameters=self.pool.parameters(),
            )
        if self.backup is not None:
            manifests[BACKUP] = postgresql_scheduled_backup.manifest(
                own,
                cluster=own.name,
                schedule=self.backup.schedule_with_seconds(),
                method=self.backup.method(),
            )
        return Made(own=tuple(_resource(part, name, manifest) for part, manifest in manifests.items()))

    def _cluster(self, meta: Meta, config: PlatformConfig) -> Manifest:
        parameters = {
            "max_connections": None if self.max_connections is None else str(self.max_connections),
            # any setting of the extension makes the operator load and create it
            "pg_stat_statements.track": "top" if self.pg_stat_statements else None,
        }
        backups: Mapping[str, Json] = self.backup.of_cluster() if self.backup else {}
        return postgresql_cluster.manifest(
            meta,
            image=config.binding_services.postgresql_image,
            instances=self.instances,
            storage=present({"size": self.storage.size, "storageClass": self.storage.class_name}),
            database={"database": self.database, "owner": self.owner},
            parameters={key: text for key, text in parameters.items() if text is not None},
            resources=self.resources.manifest(),
            backups=backups,
        )


def _pool(cluster: str) -> str:
    return f"{cluster}-pool"


def _resource(part: Part, name: str, manifest: Manifest) -> Resource:
    return Resource(part.of(name), manifest, _READINESS[part], keep=part == CLUSTER, about=WORKLOAD_AVAILABLE)
