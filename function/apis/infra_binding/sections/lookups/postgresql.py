"""A PostgreSQL table as a store of reference data."""

from collections.abc import Iterator, Mapping
from typing import ClassVar, Literal

from pydantic import Field

from function.apis.infra_binding.bound_secret import BoundSecret
from function.apis.infra_binding.endpoints.endpoint import Endpoint
from function.apis.infra_binding.inquiry import Inquiry
from function.apis.infra_binding.l5 import Binding, FilePath, JdbcUrl
from function.apis.infra_binding.sections.lookups._section import Lookup, Number, PoolSize
from function.apis.infra_binding.spellings import agree
from function.apis.infra_binding.stores.login import NAMED_USER, Login
from function.apis.infra_binding.stores.postgresql_endpoint import Postgresql, endpoint
from function.apis.infra_binding.stores.postgresql_inquiry import Table, capacity, permissions
from function.apis.infra_binding.stores.sql import Columns, SqlName
from function.apis.infra_binding.stores.tls import both
from function.apis.infra_binding.units import Duration
from function.base.meta import Meta
from function.base.types import FreeText
from function.platform.preflight import CHECK

SPELLINGS: Mapping[str, str] = {"pool.size": "pool_size"}


class Pool(Binding):
    """Connections of each client."""

    size: PoolSize | None = None
    """Another spelling of the lookup's pool_size."""
    min_idle: Number | None = None
    """Number of unused connections that stay open. Default: the client's."""
    max_lifetime: Duration | None = None
    """Time after which a connection is replaced. Default: the client's."""
    idle_timeout: Duration | None = None
    """Time after which an unused connection is closed. Default: the client's."""
    connection_timeout: Duration | None = None
    """How long a request waits for a connection. Default: the client's."""


class Query(Binding):
    """How rows are found."""

    sql: FreeText | None = None
    """Query with ? for each key. Default: derived from table and columns."""
    key_column: SqlName | None = None
    """Column that holds the key."""
    key_columns: Columns | None = None
    """Columns that hold a key of several parts, in place of key_column."""
    select_columns: Columns | None = None
    """Columns to read. Default: all."""


class Read(Binding):
    """How rows are read."""

    fetch_size: Number | None = None
    """Number of rows that are read at once. Default: the client's."""
    read_only: bool | None = None
    """Whether transactions may only read. Default: the client's."""
    isolation_level: Literal["READ_UNCOMMITTED", "READ_COMMITTED", "REPEATABLE_READ", "SERIALIZABLE"] | None = None
    """Isolation of transactions. Default: the server's."""


class Auth(Login):
    """How the application logs in."""

    rules = (NAMED_USER,)


class Ssl(Binding):
    """Encryption of connections."""

    rules = (both("client_cert", "client_key"),)

    mode: Literal["disable", "allow", "prefer", "require", "verify-ca", "verify-full"] | None = None
    """Whether connections are encrypted and the server is verified. Default: the client's."""
    root_cert: FilePath | None = None
    """File with trusted certificates, in the application's container."""
    client_cert: FilePath | None = None
    """File with the client's certificate, in the application's container."""
    client_key: FilePath | None = None
    """File with the certificate's key, in the application's container."""


class Model(Lookup):
    """A PostgreSQL table."""

    spellings: ClassVar[Mapping[str, str]] = SPELLINGS
    rules = agree(SPELLINGS)

    type: Literal["postgresql"]
    jdbc_url: JdbcUrl
    """JDBC address such as jdbc:postgresql://postgres:5432/orders without credentials, or a reference to a secret that
    contains one."""
    schema_name: SqlName | None = Field(default=None, alias="schema")
    """Schema of the table. Default: the first one that the user may read."""
    table: SqlName | None = None
    """Name of the table. Default: the logical name."""
    pool_size: PoolSize | None = None
    """Maximum number of connections. Default: the client's."""
    pool: Pool = Pool()
    """Connections of each client."""
    query: Query = Query()
    """How rows are found."""
    read: Read = Read()
    """How rows are read."""
    auth: Auth = Auth()
    """How the application logs in. Default: as the address says."""
    ssl: Ssl = Ssl()
    """Encryption of connections."""

    def physical(self, name: str, secrets: Mapping[str, BoundSecret]) -> str:
        """Return the schema and the table."""
        return ".".join(part for part in (self.schema_name, self.table or name) if part)

    def inquiries(self, name: str, check: CHECK, secrets: Mapping[str, BoundSecret]) -> Iterator[Inquiry]:
        """Yield whether the table may be read, or whether a client may have its pool."""
        server, tls = self._server("", secrets), self.ssl
        files = any(file is not None for file in (tls.root_cert, tls.client_cert))
        if check == "capacity":
            yield capacity(server, self.pool_size or self.pool.size, files=files)
        else:
            yield permissions(server, self._table(name), files=files)

    def endpoint(self, name: str, meta: Meta, secrets: Mapping[str, BoundSecret]) -> Endpoint:
        """Return the server and the table."""
        server = self._server(meta.namespace, secrets)
        return endpoint(server, self.physical(name, secrets), self.clients(self.pool_size or self.pool.size))

    def _server(self, namespace: str, secrets: Mapping[str, BoundSecret]) -> Postgresql:
        return Postgresql(
            url=self.jdbc_url,
            namespace=namespace,
            secrets=secrets,
            user=self.auth.username,
            password=self.auth.password,
            mode=self.ssl.mode,
        )

    def _table(self, name: str) -> Table | None:
        """Return what is read, None if SQL says it."""
        query = self.query
        if query.sql is not None:
            return None
        keys = (*filter(None, [query.key_column]), *(query.key_columns or ()))
        columns = tuple(dict.fromkeys((*keys, *(query.select_columns or ()))))
        return Table(
            schema=self.schema_name, name=self.table or name, columns=columns, whole=query.select_columns is None
        )
