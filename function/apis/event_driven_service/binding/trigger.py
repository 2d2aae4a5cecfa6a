"""The KEDA trigger of a stream, as the document has it: only what is known to be harmless gets into the scaler."""

from typing import Annotated, Literal, TypeAlias

from pydantic import Field

from function.base.address_types import HostPorts
from function.base.aws_types import Region, RoleArn
from function.base.model import Spec
from function.base.text import Text
from function.base.types import ConfigKey, DnsSubdomain, EnvName

Name = Annotated[
    str, Text("^[-._:@/a-zA-Z0-9]+$", meaning="letters, digits and -._:@/", example="orders", max_length=249)
]


class KafkaMetadata(Spec):
    """The lag of a consumer group."""

    bootstrap_servers: HostPorts
    """Brokers."""
    topic: Name
    """Topic."""
    consumer_group: Name
    """Consumer group."""
    offset_reset_policy: Literal["earliest", "latest"] | None = None
    """Where a group without offsets starts."""
    sasl: Literal["plaintext", "scram_sha256", "scram_sha512"] | None = None
    """Mechanism of the login."""
    tls: Literal["enable"] | None = None
    """Whether connections are encrypted."""


class KinesisMetadata(Spec):
    """The number of shards of a stream."""

    stream_name: Name
    """Stream."""
    aws_region: Region
    """Region."""


class Kafka(Spec):
    """The trigger for a topic of Kafka."""

    type: Literal["kafka"]
    """Type."""
    metadata: KafkaMetadata
    """Settings."""


class Kinesis(Spec):
    """The trigger for a stream of Kinesis."""

    type: Literal["aws-kinesis-stream"]
    """Type."""
    metadata: KinesisMetadata
    """Settings."""


Parameter = Literal["username", "password", "awsAccessKeyID", "awsSecretAccessKey"]


class SecretTarget(Spec):
    """A parameter from a Secret of the namespace."""

    parameter: Parameter
    """Name in KEDA."""
    name: DnsSubdomain
    """Name of the Secret."""
    key: ConfigKey
    """Key in the Secret."""


class Variable(Spec):
    """A parameter from a variable of the service."""

    parameter: Parameter
    """Name in KEDA."""
    name: EnvName
    """Name of the variable."""


class PodIdentity(Spec):
    """The identity with which KEDA calls AWS."""

    provider: Literal["aws"]
    """Provider."""
    role_arn: RoleArn | None = None
    """Role that KEDA assumes. Default: its own."""


class Authentication(Spec):
    """The spec of the TriggerAuthentication."""

    secret_target_ref: Annotated[list[SecretTarget], Field(max_length=8)] = []
    """Parameters from Secrets."""
    env: Annotated[list[Variable], Field(max_length=8)] = []
    """Parameters from variables."""
    pod_identity: PodIdentity | None = None
    """The identity with which KEDA calls AWS."""


class KafkaScaling(Spec):
    """What the document has about scaling for a topic."""

    trigger: Kafka
    """The trigger."""
    authentication: Authentication | None = None
    """How KEDA authenticates."""


class KinesisScaling(Spec):
    """What the document has about scaling for a stream of Kinesis."""

    trigger: Kinesis
    """The trigger."""
    authentication: Authentication | None = None
    """How KEDA authenticates."""


StreamScaling: TypeAlias = KafkaScaling | KinesisScaling
TYPES = ("kafka", "aws-kinesis-stream")
"""The types of triggers that a service takes from a binding."""
