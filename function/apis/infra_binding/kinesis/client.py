"""How an application reads and writes a stream of Kinesis, and as whom."""

from typing import Annotated, Literal

from pydantic import Field

from function.apis.infra_binding.l5 import Binding, Reference
from function.apis.infra_binding.required_with import required_with
from function.apis.infra_binding.units import Duration
from function.base.aws_types import RoleArn
from function.base.rule import Rule
from function.base.text import Text

ConsumerName = Annotated[
    str,
    Text("^[-._a-zA-Z0-9]+$", meaning="letters, digits, '_', '-' and '.'", example="fraud-processor", max_length=128),
]
SessionName = Annotated[
    str,
    Text("^[-+=,.@_a-zA-Z0-9]+$", meaning="letters, digits and -+=,.@_", example="fraud-processor", max_length=64),
]
Timestamp = Annotated[
    str,
    Text(
        "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$",
        meaning="a UTC time such as 2026-01-31T08:00:00Z",
        example="2026-01-31T08:00:00Z",
        max_length=20,
    ),
]
Number = Annotated[int, Field(ge=1, le=1_000_000)]


class Consumer(Binding):
    """How the application reads the stream."""

    rules = (
        required_with("consumer_name", "type", "enhanced_fan_out"),
        required_with("timestamp", "starting_position", "AT_TIMESTAMP"),
    )

    type: Literal["standard", "enhanced_fan_out"] | None = None
    """enhanced_fan_out gives the consumer throughput of its own; it is registered if the stream is provisioned here.
    Default: standard."""
    consumer_name: ConsumerName | None = None
    """Name of the consumer."""
    starting_position: Literal["TRIM_HORIZON", "LATEST", "AT_TIMESTAMP"] | None = None
    """Where a new consumer starts. Default: the client's."""
    timestamp: Timestamp | None = None
    """Time at which to start."""


class Producer(Binding):
    """How the application writes to the stream."""

    aggregation: bool | None = None
    """Whether several records are packed into one. Default: the client's."""
    max_connections: Number | None = None
    """Maximum number of connections. Default: the client's."""
    record_max_buffered_time: Duration | None = None
    """How long a record waits for others. Default: the client's."""
    collection_max_count: Number | None = None
    """Maximum number of records in one request. Default: the client's."""


class Credentials(Binding):
    """The identity with which the application calls AWS."""

    rules = (
        required_with("role_arn", "type", "assume_role", always=True),
        Rule(
            cel="self.type != 'static' || (has(self.access_key_id) && has(self.secret_access_key))",
            message="static requires access_key_id and secret_access_key, as references to a secret",
            field="type",
            holds=lambda credentials: (
                credentials.type != "static"
                or (credentials.access_key_id is not None and credentials.secret_access_key is not None)
            ),
        ),
    )

    type: Literal["default", "profile", "assume_role", "static"]
    """default uses the credentials of the pod's ServiceAccount or machine."""
    profile: SessionName | None = None
    """Name of a profile in the application's configuration of AWS."""
    role_arn: RoleArn | None = None
    """Role to assume."""
    session_name: SessionName | None = None
    """Name of the session."""
    access_key_id: Reference | None = None
    """ID of a static access key."""
    secret_access_key: Reference | None = None
    """The static access key."""
