"""Variants whose fields differ as those of L5 do: models of tests alone, some beside the product's own.

`topic`, `partitions`, `retention_ms` and `compaction` of pulsar differ from kafka's; `database` is text for mongodb and
a number for redis; `secret_name` means something else to a second provider.
"""

from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import ConfigDict, Field, StringConstraints

from function.apis.infra_binding.sections import secret_stores, streams
from function.base.address_types import HostPort
from function.base.discovery import tagged_union
from function.base.model import Spec
from function.base.rule import Rule
from function.base.text import Text
from function.base.types import LogicalName


class Fields(Spec):
    """Fields spelled as they are named."""

    model_config = ConfigDict(alias_generator=None)


class Pulsar(Fields):
    """A topic of Pulsar."""

    type: Literal["pulsar"]
    topic: Annotated[
        str,
        Text(
            "^persistent://[-a-z0-9]+/[-a-z0-9]+/[-a-z0-9]+$",
            meaning="a topic such as persistent://tenant/namespace/topic",
            example="persistent://tenant/namespace/topic",
            max_length=512,
        ),
    ]
    """Its full name."""
    partitions: Annotated[int, Field(ge=0, le=100)] | None = None
    """Number of partitions; 0 for a topic without any."""
    retention_ms: (
        Annotated[
            str, Text("^[0-9]+ms$", meaning="a number of milliseconds such as 500ms", example="500ms", max_length=16)
        ]
        | None
    ) = None
    """How long events are kept, with its unit."""
    compaction: Literal["compact", "none"] | None = None
    """What happens to old events."""


class Password(Fields):
    """A user with a password."""

    rules = (
        Rule(
            cel="!has(self.mechanism) || self.mechanism != 'x509' || !has(self.user)",
            message="a certificate needs no user",
            field="user",
            reason="FieldValueForbidden",
            holds=lambda login: login.mechanism != "x509" or login.user is None,
        ),
    )

    user: Annotated[str, StringConstraints(max_length=64)] | None = None
    """Name of the user."""
    mechanism: Literal["scram", "x509"] | None = None
    """How to log in."""
    timeout: Annotated[int, Field(ge=1, le=60)] | None = None
    """Seconds to wait."""


class Mongodb(Fields):
    """A collection of MongoDB."""

    type: Literal["mongodb"]
    database: Annotated[str, Text("^[a-z]+$", meaning="lower-case letters", example="orders", max_length=63)]
    """Name of the database."""
    login: Password = Password()
    """Who reads."""
    hosts: Annotated[list[HostPort], Field(max_length=8)] = []
    """Addresses."""
    sampling: Annotated[float, Field(gt=0.0, le=1.0)] | None = None
    """Share of the entries to read."""
    options: Annotated[dict[LogicalName, Annotated[str, StringConstraints(max_length=64)]], Field(max_length=8)] = {}
    """Options of the client."""


class Access(Fields):
    """A user of an access list."""

    user: Annotated[str, Text("^[a-z]+$", meaning="lower-case letters", example="orders", max_length=16)]
    """Name of the user."""
    timeout: Annotated[int, Field(ge=1, le=10)] | None = None
    """Seconds to wait."""
    tls: bool | None = None
    """Encrypt the connection."""


class Redis(Fields):
    """Keys of Redis."""

    type: Literal["redis"]
    database: Annotated[int, Field(ge=0, le=15)] | None = None
    """Number of the database."""
    login: Access | None = None
    """Who reads."""
    hosts: Annotated[
        list[Annotated[str, Text("^[a-z]+$", meaning="lower-case letters", example="orders", max_length=63)]],
        Field(max_length=2),
    ] = []
    """Names of the hosts."""
    sampling: Annotated[int, Field(ge=0, le=100)] | None = None
    """Per cent of the entries to read."""
    options: Annotated[dict[LogicalName, Annotated[int, Field(ge=0, le=9)]], Field(max_length=8)] = {}
    """Options of the client."""


class File(Fields):
    """A secret in a file."""

    provider: Literal["file"]
    secret_name: Annotated[
        str, Text("^[A-Z_]+$", meaning="capital letters and '_'", example="KAFKA", min_length=3, max_length=32)
    ]
    """Name of the file."""


if TYPE_CHECKING:
    AnyStream = Spec
    AnyLookup = Spec
    AnySecret = Spec
else:
    AnyStream = tagged_union({**streams.MODELS, "pulsar": Pulsar})
    AnyLookup = tagged_union({"mongodb": Mongodb, "redis": Redis})
    AnySecret = tagged_union({**secret_stores.MODELS, "file": File}, tag="provider")


class Variants(Fields):
    """A binding of the product's variants and these, with 64 entries in each section at most."""

    streams: Annotated[dict[LogicalName, AnyStream], Field(max_length=64)] = {}
    """Streams."""
    lookups: Annotated[dict[LogicalName, AnyLookup], Field(max_length=64)] = {}
    """Lookups."""
    secrets: Annotated[dict[LogicalName, AnySecret], Field(max_length=64)] = {}
    """Secrets."""
