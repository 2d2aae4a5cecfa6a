"""Redis as a state store."""

from collections.abc import Iterator, Mapping
from typing import Annotated, Literal

from pydantic import Field

from function.apis.infra_binding.bound_secret import BoundSecret
from function.apis.infra_binding.dapr.components._component import Component
from function.apis.infra_binding.dapr.components._metadata import DaprDuration, Metadata, Number
from function.apis.infra_binding.endpoints.endpoint import Endpoint
from function.apis.infra_binding.l5 import Reference, Username
from function.apis.infra_binding.stores.redis_endpoint import Redis, amount, endpoint
from function.base.address_types import HostPorts
from function.base.manifest import Json
from function.base.markdown import Markdown
from function.base.meta import Meta
from function.base.rule import Rule
from function.base.text import Text

MasterName = Annotated[
    str, Text("^[-._a-zA-Z0-9]+$", meaning="letters, digits, '-', '_' and '.'", example="mymaster", max_length=253)
]


class RedisMetadata(Metadata):
    """Settings of Redis."""

    redis_host: HostPorts
    """Address of the server, or those of the nodes or Sentinels, separated by commas."""
    redis_username: Username | None = None
    """Name of the user, or a reference to a secret that contains it. Default: Redis's default user."""
    redis_password: Reference | None = None
    """Password of the user."""
    enable_tls: bool | None = Field(default=None, alias="enableTLS")
    """Whether connections are encrypted. Default: false."""
    redis_db: Annotated[int, Field(ge=0, le=15)] | None = Field(default=None, alias="redisDB")
    """Number of the database. Default: 0."""
    redis_type: Literal["node", "cluster"] | None = None
    """Whether the address is that of a server or of a Redis Cluster. Default: node."""
    failover: bool | None = None
    """Whether the addresses are those of Sentinels. Default: false."""
    sentinel_master_name: MasterName | None = None
    """Name of the master, which Sentinels know."""
    redis_max_retries: Number | None = None
    """How often a command is repeated. Default: 3."""
    max_retries: Number | None = None
    """Another spelling of redisMaxRetries, which Dapr does not read."""
    dial_timeout: DaprDuration | None = None
    """Time after which connecting fails. Default: 5s."""
    read_timeout: DaprDuration | None = None
    """Time after which reading fails. Default: 3s."""
    write_timeout: DaprDuration | None = None
    """Time after which writing fails. Default: readTimeout."""
    pool_size: Number | None = None
    """Maximum number of connections of each sidecar. Default: 10 for each CPU."""
    min_idle_conns: Number | None = None
    """Number of unused connections that stay open. Default: 0."""
    ttl_in_seconds: Number | None = None
    """Seconds after which a value is removed, unless a request sets others. Default: never."""
    actor_state_store: bool | None = None
    """Whether actors keep their state here. Default: false."""


class Model(Component):
    """Redis as a state store."""

    rules = (
        Rule(
            cel="!has(self.metadata) || !has(self.metadata.maxRetries) || !has(self.metadata.redisMaxRetries) || "
            "self.metadata.maxRetries == self.metadata.redisMaxRetries",
            message="redisMaxRetries and maxRetries are the same setting with different values",
            hint="remove maxRetries",
            field="metadata.maxRetries",
            holds=lambda store: (
                store.metadata.max_retries is None
                or store.metadata.redis_max_retries in (None, store.metadata.max_retries)
            ),
        ),
        Rule(
            cel="!has(self.metadata) || !has(self.metadata.failover) || !self.metadata.failover || "
            "has(self.metadata.sentinelMasterName)",
            message="required with failover",
            field="metadata.sentinelMasterName",
            reason="FieldValueRequired",
            holds=lambda store: not store.metadata.failover or store.metadata.sentinel_master_name is not None,
        ),
    )

    type: Literal["state.redis"]
    metadata: RedisMetadata
    """Settings under Dapr's names."""

    def settings(self) -> Mapping[str, Json]:
        """Return the settings, with the name of the number of retries that Dapr reads."""
        written = dict(super().settings())
        retries = written.pop("maxRetries", None)
        return written if retries is None else {**written, "redisMaxRetries": retries}

    def changed(self) -> Iterator[tuple[str, str]]:
        """Yield the setting that Dapr calls differently."""
        if self.metadata.max_retries is not None:
            yield "metadata.maxRetries", "the component gets redisMaxRetries, the name that Dapr reads"

    def endpoint(self, name: str, meta: Meta, secrets: Mapping[str, BoundSecret]) -> Endpoint:
        """Return the server, and the connections of each sidecar."""
        settings = self.metadata
        redis = Redis(
            address=settings.redis_host,
            namespace=meta.namespace,
            secrets=secrets,
            user=settings.redis_username,
            password=settings.redis_password,
            encrypted=bool(settings.enable_tls),
            database=settings.redis_db,
            cluster=settings.redis_type == "cluster",
        )
        uses = {"Keys": Markdown("those of each application: its ID, two bars, and the key")}
        return endpoint(redis, uses=uses, pool={"Connections of each client": amount(settings.pool_size)})
