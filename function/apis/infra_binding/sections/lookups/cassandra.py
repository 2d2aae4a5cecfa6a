"""A Cassandra table as a store of reference data."""

from collections.abc import Mapping
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from function.apis.infra_binding.bound_secret import BoundSecret
from function.apis.infra_binding.endpoints.endpoint import Endpoint
from function.apis.infra_binding.l5 import Binding
from function.apis.infra_binding.sections.lookups._section import Lookup, Number, PoolSize
from function.apis.infra_binding.spellings import agree
from function.apis.infra_binding.stores.cassandra_endpoint import Cassandra, endpoint
from function.apis.infra_binding.stores.login import NAMED_USER, Login
from function.apis.infra_binding.stores.sql import Columns, SqlName
from function.apis.infra_binding.stores.tls import Tls
from function.base.address_types import HostOptionalPort
from function.base.meta import Meta
from function.base.rule import Rule
from function.base.text import Text

Datacenter = Annotated[
    str, Text("^[-._a-zA-Z0-9]+$", meaning="letters, digits, '_', '-' and '.'", example="us-east-1", max_length=128)
]
ReadConsistency = Literal["ONE", "TWO", "THREE", "QUORUM", "ALL", "LOCAL_ONE", "LOCAL_QUORUM"]
SPELLINGS: Mapping[str, str] = {
    "connection.pool_size": "pool_size",
    "consistency.read": "consistency_level",
    "load_balancing.local_datacenter": "datacenter",
}


class Connection(Binding):
    """Connections to each node."""

    pool_size: PoolSize | None = None
    """Another spelling of the lookup's pool_size."""
    max_requests_per_connection: Annotated[int, Field(ge=1, le=32768)] | None = None
    """Maximum number of requests that share a connection. Default: the client's."""


class Query(Binding):
    """How rows are found."""

    partition_key: SqlName | None = None
    """Column of the partition key."""
    clustering_keys: Columns | None = None
    """Columns that order the rows of a partition."""
    select_columns: Columns | None = None
    """Columns to read. Default: all."""
    limit: Number | None = None
    """Maximum number of rows."""


class LoadBalancing(Binding):
    """Which nodes are asked."""

    policy: Literal["round_robin", "token_aware", "dc_aware"] | None = None
    """How a node is chosen. Default: the client's."""
    local_datacenter: Datacenter | None = None
    """Another spelling of the lookup's datacenter."""
    shuffle_replicas: bool | None = None
    """Whether the nodes that have the row are asked in random order. Default: the client's."""


class Consistency(Binding):
    """How many nodes must agree."""

    read: ReadConsistency | None = None
    """Another spelling of the lookup's consistency_level."""
    serial: Literal["SERIAL", "LOCAL_SERIAL"] | None = None
    """Which nodes take part in conditional writes. Default: the client's."""


class Auth(Login):
    """How the application logs in."""

    rules = (NAMED_USER,)


def _local(consistency: str | None) -> bool:
    return (consistency or "").startswith("LOCAL_")


class Model(Lookup):
    """A Cassandra table."""

    spellings: ClassVar[Mapping[str, str]] = SPELLINGS
    default_port = 9042
    rules = (
        *agree(SPELLINGS),
        Rule(
            cel="has(self.datacenter) || (has(self.load_balancing) && has(self.load_balancing.local_datacenter)) || "
            "((!has(self.consistency_level) || !self.consistency_level.startsWith('LOCAL_')) && "
            "(!has(self.consistency) || !has(self.consistency.read) || "
            "!self.consistency.read.startsWith('LOCAL_')))",
            message="required with a consistency of the local datacenter",
            field="datacenter",
            reason="FieldValueRequired",
            holds=lambda lookup: (
                (lookup.datacenter or lookup.load_balancing.local_datacenter) is not None
                or not (_local(lookup.consistency_level) or _local(lookup.consistency.read))
            ),
        ),
    )

    type: Literal["cassandra"]
    contact_points: Annotated[list[HostOptionalPort], Field(min_length=1, max_length=64)]
    """Nodes to ask first."""
    keyspace: SqlName
    """Name of the keyspace."""
    table: SqlName
    """Name of the table."""
    datacenter: Datacenter | None = None
    """The datacenter whose nodes are asked. Drivers for Java require one."""
    consistency_level: ReadConsistency | None = None
    """How many nodes must agree on a row. Default: the client's."""
    pool_size: PoolSize | None = None
    """Number of connections to each node. Default: the client's."""
    connection: Connection = Connection()
    """Connections to each node."""
    query: Query = Query()
    """How rows are found."""
    load_balancing: LoadBalancing = LoadBalancing()
    """Which nodes are asked."""
    consistency: Consistency = Consistency()
    """How many nodes must agree."""
    auth: Auth = Auth()
    """How the application logs in. Default: without a user."""
    tls: Tls = Tls()
    """Encryption of connections."""

    @property
    def encrypts(self) -> bool:
        """Whether the nodes are asked with TLS."""
        return self.tls.enabled is True

    def physical(self, name: str, secrets: Mapping[str, BoundSecret]) -> str:
        """Return the keyspace and the table."""
        return f"{self.keyspace}.{self.table}"

    def endpoint(self, name: str, meta: Meta, secrets: Mapping[str, BoundSecret]) -> Endpoint:
        """Return the cluster and the table."""
        cassandra = Cassandra(
            nodes=",".join(self.contact_points),
            keyspace=self.keyspace,
            table=self.table,
            namespace=meta.namespace,
            secrets=secrets,
            user=self.auth.username,
            password=self.auth.password,
            encrypted=self.tls.enabled,
        )
        size = self.pool_size or self.connection.pool_size
        return endpoint(cassandra, self.consistency_level or self.consistency.read, self.clients(size))
