"""Existing resources that the processes use."""

from typing import Annotated

from function.apis.infra_binding.infrastructure.identifier import Identifier
from function.apis.infra_binding.l5 import Binding
from function.base.address_types import HostOptionalPort
from function.base.marks import Address, MayHoldSecret
from function.base.text import Text
from function.base.types import Port

QueueUrl = Annotated[
    str,
    Text(
        "^[-_.~:/%,a-zA-Z0-9]+$",
        meaning="a URL, or brokers as host:port separated by commas, without credentials",
        example="https://sqs.us-east-1.amazonaws.com/123456789012/orders",
        max_length=2048,
    ),
    MayHoldSecret(),
    Address(),
]


class Database(Binding):
    """A database."""

    endpoint: HostOptionalPort | None = None
    """Host, with or without a port."""
    port: Port | None = None
    """Port."""
    database_name: Identifier | None = None
    """Name of the database on the server."""
    instance_id: Identifier | None = None
    """Identifier of the instance."""


class Cache(Binding):
    """A cache, such as Redis or Memcached."""

    endpoint: HostOptionalPort | None = None
    """Host, with or without a port."""
    port: Port | None = None
    """Port."""
    cluster_id: Identifier | None = None
    """Identifier of the cluster."""


class Queue(Binding):
    """A queue, such as SQS or Kafka."""

    url: QueueUrl | None = None
    """URL, or brokers as host:port."""
    arn: Identifier | None = None
    """ARN."""


class SecretManager(Binding):
    """Where secrets are. It never contains a secret value."""

    secret_manager_arn: Identifier | None = None
    """ARN or path of the secret in its store."""
    kms_key_id: Identifier | None = None
    """Key with which it is encrypted."""


class Existing(Binding):
    """Existing resources that the processes use."""

    database: Database | None = None
    """The database."""
    cache: Cache | None = None
    """The cache."""
    queue: Queue | None = None
    """The queue."""
    secrets: SecretManager | None = None
    """Where secrets are. Nothing is fetched from there; spec.secrets does that."""
