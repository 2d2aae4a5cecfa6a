"""An Elasticsearch index as a store of reference data."""

from collections.abc import Mapping
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from function.apis.infra_binding.bound_secret import BoundSecret
from function.apis.infra_binding.endpoints.endpoint import Endpoint
from function.apis.infra_binding.l5 import Binding, FilePath, Reference, Username
from function.apis.infra_binding.mongodb import FieldName
from function.apis.infra_binding.required_with import required_with
from function.apis.infra_binding.sections.lookups._section import Lookup
from function.apis.infra_binding.spellings import agree
from function.apis.infra_binding.stores.elasticsearch_endpoint import Elasticsearch, endpoint
from function.apis.infra_binding.stores.login import NAMED_USER, Login
from function.apis.infra_binding.units import Duration
from function.base.address_types import HttpUrl
from function.base.meta import Meta
from function.base.text import Text
from function.base.types import FreeText

IndexName = Annotated[
    str,
    Text(
        "^[.a-z0-9][-._a-z0-9]*$",
        meaning="lowercase letters, digits and '-._', starting with a letter, a digit or '.'",
        example="merchants",
        max_length=255,
    ),
]
SPELLINGS: Mapping[str, str] = {"username": "auth.username", "password": "auth.password"}


class Query(Binding):
    """How documents are found."""

    type: Literal["term", "match", "bool"] | None = None
    """Kind of the query."""
    field: FieldName | None = None
    """Field that holds the key."""
    template: FreeText | None = None
    """Query as JSON, with fields of the event in double braces. Default: derived from type and field."""


class Connection(Binding):
    """Connections of each client."""

    connect_timeout: Duration | None = None
    """Time after which connecting fails. Default: the client's."""
    socket_timeout: Duration | None = None
    """Time after which a request fails. Default: the client's."""
    max_retry_timeout: Duration | None = None
    """How long a request is repeated. Default: the client's."""


class Auth(Login):
    """How the application authenticates."""

    shape = "{type: api_key, api_key: secret://search/api_key}"
    rules = (
        NAMED_USER,
        required_with("username", "type", "basic"),
        required_with("password", "type", "basic"),
        required_with("api_key", "type", "api_key"),
        required_with("token", "type", "bearer"),
    )

    type: Literal["basic", "api_key", "bearer"] | None = None
    """Method of authentication. Default: that of the credentials."""
    api_key: Reference | None = None
    """API key."""
    token: Reference | None = None
    """Bearer token."""


class Ssl(Binding):
    """Encryption of connections."""

    enabled: bool | None = None
    """Whether connections are encrypted. Default: as the addresses say."""
    ca_path: FilePath | None = None
    """File with trusted certificates, in the application's container."""
    verify_hostname: bool | None = None
    """Whether the certificate must be for the host. Default: true."""


class Model(Lookup):
    """An Elasticsearch index."""

    spellings: ClassVar[Mapping[str, str]] = SPELLINGS
    rules = agree(SPELLINGS)

    type: Literal["elasticsearch"]
    hosts: Annotated[list[HttpUrl], Field(min_length=1, max_length=64)]
    """Addresses of the nodes."""
    index: IndexName
    """Name of the index, or of an alias."""
    username: Username | None = None
    """Another spelling of username in auth."""
    password: Reference | None = None
    """Another spelling of password in auth."""
    query: Query = Query()
    """How documents are found."""
    connection: Connection = Connection()
    """Connections of each client."""
    auth: Auth = Auth()
    """How the application authenticates. Default: without credentials."""
    ssl: Ssl = Ssl()
    """Encryption of connections."""

    def physical(self, name: str, secrets: Mapping[str, BoundSecret]) -> str:
        """Return the index."""
        return self.index

    def endpoint(self, name: str, meta: Meta, secrets: Mapping[str, BoundSecret]) -> Endpoint:
        """Return the cluster and the index."""
        return endpoint(
            Elasticsearch(
                urls=self.hosts,
                index=self.index,
                namespace=meta.namespace,
                secrets=secrets,
                user=self.auth.username or self.username,
                password=self.auth.password or self.password,
                key=self.auth.api_key,
                token=self.auth.token,
            )
        )
