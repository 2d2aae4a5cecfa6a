"""Keys of Redis as a store of reference data."""

from collections.abc import Iterator, Mapping
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from function.apis.infra_binding.bound_secret import BoundSecret
from function.apis.infra_binding.endpoints.endpoint import Endpoint
from function.apis.infra_binding.inquiry import Inquiry
from function.apis.infra_binding.l5 import Binding, RedisUri
from function.apis.infra_binding.mongodb import FieldName
from function.apis.infra_binding.sections.lookups._section import Lookup, Number, PoolSize
from function.apis.infra_binding.spellings import agree
from function.apis.infra_binding.stores.login import Login
from function.apis.infra_binding.stores.redis_endpoint import Redis, endpoint
from function.apis.infra_binding.stores.redis_inquiry import inquiry
from function.apis.infra_binding.stores.tls import Tls
from function.apis.infra_binding.units import Duration
from function.base.address_types import HostPort
from function.base.int_or_string import IntOrString
from function.base.markdown import Markdown, code
from function.base.meta import Meta
from function.base.rule import Rule
from function.base.text import Text
from function.platform.preflight import CHECK

_FIELD = "[a-zA-Z_][._a-zA-Z0-9]*"
KeyPattern = Annotated[
    str,
    Text(
        rf"^([^{{}}\x00-\x20\x7f]|\{{{_FIELD}\}}|\{{\{{{_FIELD}\}}\}})+$",
        meaning="a key without spaces, with fields in braces",
        example="fx:rate:{currency}",
        max_length=512,
    ),
]
Score = Annotated[
    str,
    Text("^([-+]?inf|[-+]?[0-9]+([.][0-9]+)?)$", meaning="a number, -inf or +inf", example="-inf", max_length=32),
    IntOrString(),
]
Nodes = Annotated[list[HostPort], Field(min_length=1, max_length=64)]
SPELLINGS: Mapping[str, str] = {
    "cluster.enabled": "cluster_mode",
    "connection.pool_size": "pool_size",
    "lookup.key_pattern": "key_pattern",
}


class Cluster(Binding):
    """A Redis Cluster."""

    enabled: bool | None = None
    """Another spelling of the lookup's cluster_mode."""
    max_redirects: Number | None = None
    """How often a request follows a key to another node. Default: the client's."""
    nodes: Nodes | None = None
    """Nodes to ask first, beside that of the address."""


class Sentinel(Binding):
    """The Sentinels that know the current master."""

    master_name: FieldName
    """Name of the master."""
    nodes: Nodes
    """The Sentinels."""


class Connection(Binding):
    """Connections of each client."""

    pool_size: PoolSize | None = None
    """Another spelling of the lookup's pool_size."""
    min_idle: Number | None = None
    """Number of unused connections that stay open. Default: the client's."""
    connect_timeout: Duration | None = None
    """Time after which connecting fails. Default: the client's."""
    socket_timeout: Duration | None = None
    """Time after which a request fails. Default: the client's."""
    max_retries: Number | None = None
    """How often a request is repeated. Default: the client's."""


class Search(Binding):
    """What is read for a key."""

    key_pattern: KeyPattern | None = None
    """Another spelling of the lookup's key_pattern."""
    type: Literal["string", "hash", "set", "zset"] | None = None
    """What the keys hold. Default: string."""
    hash_field: FieldName | None = None
    """Field of a hash to read."""
    fetch_all: bool | None = None
    """Whether all fields of a hash are read."""
    ttl_field: FieldName | None = None
    """Field that holds how long the value is valid."""
    range_type: Literal["score", "rank"] | None = None
    """What bounds the range of a sorted set."""
    min_score: Score | None = None
    """Lowest score to read."""
    max_score: Score | None = None
    """Highest score to read."""
    limit: Number | None = None
    """Maximum number of members to read."""


class Serialization(Binding):
    """How values are written."""

    format: Literal["json", "msgpack", "protobuf"] | None = None
    """Format of values."""
    compression: Literal["none", "gzip", "lz4"] | None = None
    """Compression of values. Default: none."""


class Model(Lookup):
    """Keys of Redis."""

    spellings: ClassVar[Mapping[str, str]] = SPELLINGS
    rules = (
        *agree(SPELLINGS),
        Rule(
            cel="!has(self.database) || self.database == 0 || !((has(self.cluster_mode) && self.cluster_mode) || "
            "(has(self.cluster) && has(self.cluster.enabled) && self.cluster.enabled))",
            message="a Redis Cluster has only database 0",
            field="database",
            holds=lambda lookup: not lookup.database or not (lookup.cluster_mode or lookup.cluster.enabled),
        ),
        Rule(
            cel="!has(self.sentinel) || !((has(self.cluster_mode) && self.cluster_mode) || "
            "(has(self.cluster) && has(self.cluster.enabled) && self.cluster.enabled))",
            message="a Redis Cluster has no Sentinels",
            field="sentinel",
            reason="FieldValueForbidden",
            holds=lambda lookup: lookup.sentinel is None or not (lookup.cluster_mode or lookup.cluster.enabled),
        ),
    )

    type: Literal["redis"]
    uri: RedisUri
    """Address such as redis://redis:6379 without credentials, or a reference to a secret that contains one."""
    database: Annotated[int, Field(ge=0, le=15)] | None = None
    """Number of the database. Default: 0."""
    key_pattern: KeyPattern | None = None
    """Key of an entry, with fields of the event in braces."""
    cluster_mode: bool | None = None
    """Whether the address is that of a Redis Cluster. Default: false."""
    pool_size: PoolSize | None = None
    """Maximum number of connections. Default: the client's."""
    cluster: Cluster = Cluster()
    """Settings for a Redis Cluster."""
    sentinel: Sentinel | None = None
    """The Sentinels that know the current master. Default: the address is that of the master."""
    connection: Connection = Connection()
    """Connections of each client."""
    auth: Login = Login()
    """How the application logs in. A password alone is that of the default user."""
    tls: Tls = Tls()
    """Encryption of connections."""
    lookup: Search = Search()
    """What is read for a key."""
    serialization: Serialization = Serialization()
    """How values are written."""

    @property
    def encrypts(self) -> bool:
        """Whether the address is reached with TLS; for Sentinels, that depends on the client."""
        return self.tls.enabled is True and self.sentinel is None

    def physical(self, name: str, secrets: Mapping[str, BoundSecret]) -> str:
        """Return the pattern of the keys, or the database."""
        return self.key_pattern or self.lookup.key_pattern or f"database {self.database or 0}"

    def inquiries(self, name: str, check: CHECK, secrets: Mapping[str, BoundSecret]) -> Iterator[Inquiry]:
        """Yield whether the keys may be read."""
        server = self._server("", secrets) if self.sentinel is None else None
        pattern = self.key_pattern or self.lookup.key_pattern
        yield inquiry(check, server, pattern, self.lookup.type, whole=self.lookup.hash_field is None)

    def endpoint(self, name: str, meta: Meta, secrets: Mapping[str, BoundSecret]) -> Endpoint:
        """Return the server, and the keys."""
        redis = self._server(meta.namespace, secrets)
        uses = {"Keys": code(self.physical(name, secrets)), "Database": Markdown(str(self.database or 0))}
        return endpoint(redis, uses=uses, pool=self.clients(self.pool_size or self.connection.pool_size))

    def _server(self, namespace: str, secrets: Mapping[str, BoundSecret]) -> Redis:
        return Redis(
            address=self.uri,
            namespace=namespace,
            secrets=secrets,
            user=self.auth.username,
            password=self.auth.password,
            encrypted=self.tls.enabled,
            database=self.database,
            cluster=bool(self.cluster_mode or self.cluster.enabled),
        )
