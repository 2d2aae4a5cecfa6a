"""A MongoDB collection as a store of reference data."""

from collections.abc import Mapping
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from function.apis.infra_binding.bound_secret import BoundSecret
from function.apis.infra_binding.endpoints.endpoint import Endpoint
from function.apis.infra_binding.l5 import Binding
from function.apis.infra_binding.mongodb import CollectionName, ConnectionString, DatabaseName, FieldName, WriteConcern
from function.apis.infra_binding.sections.lookups._section import Lookup, Number, PoolSize
from function.apis.infra_binding.spellings import agree
from function.apis.infra_binding.stores.login import NAMED_USER, Login
from function.apis.infra_binding.stores.mongodb_endpoint import Mongodb, endpoint
from function.apis.infra_binding.stores.tls import Tls
from function.apis.infra_binding.units import Duration
from function.base.meta import Meta
from function.base.rule import Rule

ReadPreference = Literal["primary", "primaryPreferred", "secondary", "secondaryPreferred", "nearest"]
SPELLINGS: Mapping[str, str] = {
    "read.preference": "read_preference",
    "connection.max_pool_size": "max_pool_size",
}


class Connection(Binding):
    """Connections of each client."""

    max_pool_size: PoolSize | None = None
    """Another spelling of the lookup's max_pool_size."""
    min_pool_size: Number | None = None
    """Minimum number of connections. Default: the client's."""
    max_idle_time: Duration | None = None
    """Time after which an unused connection is closed. Default: the client's."""
    connect_timeout: Duration | None = None
    """Time after which connecting fails. Default: the client's."""
    socket_timeout: Duration | None = None
    """Time after which a request fails. Default: the client's."""
    server_selection_timeout: Duration | None = None
    """How long the client looks for a server. Default: the client's."""


class Read(Binding):
    """What reads may return."""

    preference: ReadPreference | None = None
    """Another spelling of the lookup's read_preference."""
    concern: Literal["local", "available", "majority", "linearizable", "snapshot"] | None = None
    """How many members must have a document before it is read. Default: the client's."""
    max_staleness: Duration | None = None
    """How far a secondary may be behind. MongoDB accepts no less than 90s."""


class Write(Binding):
    """How documents are written, if the store is also written to."""

    concern: WriteConcern | None = None
    """Which members must have confirmed a write. Default: the client's."""
    journal: bool | None = None
    """Whether the write must be in their journals. Default: the client's."""
    wtimeout: Duration | None = None
    """Time after which a write is reported as failed. Default: the client's."""


class Auth(Login):
    """How the application authenticates."""

    rules = (
        NAMED_USER,
        Rule(
            cel="!has(self.mechanism) || self.mechanism != 'MONGODB-X509' || !has(self.password)",
            message="not accepted with mechanism MONGODB-X509, which authenticates with a certificate",
            field="password",
            reason="FieldValueForbidden",
            holds=lambda auth: auth.mechanism != "MONGODB-X509" or auth.password is None,
        ),
    )

    mechanism: (
        Literal["SCRAM-SHA-256", "SCRAM-SHA-1", "MONGODB-X509", "MONGODB-AWS", "MONGODB-OIDC", "PLAIN", "GSSAPI"] | None
    ) = None
    """Method of authentication. Default: the client's."""
    source: DatabaseName | None = None
    """Database that has the user. Default: that of the address, or admin."""


class Search(Binding):
    """How documents are found."""

    key_field: FieldName | None = None
    """Field of the documents that holds the key."""
    projection: Annotated[list[FieldName], Field(min_length=1, max_length=64)] | None = None
    """Fields to read. Default: all."""
    hint: FieldName | None = None
    """Index to use. Default: the server's choice."""


class Model(Lookup):
    """A MongoDB collection."""

    spellings: ClassVar[Mapping[str, str]] = SPELLINGS
    rules = (
        *agree(SPELLINGS),
        Rule(
            cel="!has(self.read) || !has(self.read.max_staleness) || "
            "(has(self.read_preference) && self.read_preference != 'primary') || "
            "(has(self.read.preference) && self.read.preference != 'primary')",
            message="max_staleness requires a read_preference other than primary",
            field="read.max_staleness",
            holds=lambda lookup: (
                lookup.read.max_staleness is None
                or (lookup.read_preference or lookup.read.preference or "primary") != "primary"
            ),
        ),
    )

    type: Literal["mongodb"]
    uri: ConnectionString
    """Connection string without credentials, or a reference to a secret that contains one."""
    database: DatabaseName
    """Name of the database."""
    collection: CollectionName
    """Name of the collection."""
    read_preference: ReadPreference | None = None
    """Which members are read. Default: primary."""
    max_pool_size: PoolSize | None = None
    """Maximum number of connections. Default: the client's."""
    connection: Connection = Connection()
    """Connections of each client."""
    read: Read = Read()
    """What reads may return."""
    write: Write = Write()
    """How documents are written, if the store is also written to."""
    auth: Auth = Auth()
    """How the application authenticates. Default: as the address says."""
    tls: Tls = Tls()
    """Encryption of connections."""
    lookup: Search = Search()
    """How documents are found."""

    def physical(self, name: str, secrets: Mapping[str, BoundSecret]) -> str:
        """Return the database and the collection."""
        return f"{self.database}.{self.collection}"

    def endpoint(self, name: str, meta: Meta, secrets: Mapping[str, BoundSecret]) -> Endpoint:
        """Return the server and the collection."""
        mongodb = Mongodb(
            uri=self.uri,
            namespace=meta.namespace,
            secrets=secrets,
            database=self.database,
            collection=self.collection,
            user=self.auth.username,
            password=self.auth.password,
            encrypted=self.tls.enabled,
        )
        return endpoint(mongodb, self.clients(self.max_pool_size or self.connection.max_pool_size))
