"""Kafka as a message broker."""

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import Field

from function.apis.infra_binding.bound_secret import BoundSecret
from function.apis.infra_binding.dapr.components._component import Component
from function.apis.infra_binding.dapr.components._metadata import DaprDuration, Metadata
from function.apis.infra_binding.endpoints.endpoint import Endpoint
from function.apis.infra_binding.kafka.endpoint import Clients, brokers
from function.apis.infra_binding.l5 import Reference, Username
from function.base.address_types import HostPorts
from function.base.manifest import Json
from function.base.meta import Meta
from function.base.rule import Rule
from function.base.text import Text

Group = Annotated[
    str,
    Text(
        r"^([-._a-zA-Z0-9]|\{namespace\}|\{appID\}|\{podName\}|\{uuid\})+$",
        meaning="letters, digits, '-', '_', '.', and templates of Dapr such as {namespace}",
        example="learnflow-consumers",
        max_length=249,
    ),
]
Version = Annotated[str, Text("^[0-9]+([.][0-9]+){1,3}$", meaning="a version of Kafka", example="3.7.0", max_length=16)]

_MECHANISMS = {"PLAINTEXT": "PLAIN", "SHA-256": "SCRAM-SHA-256", "SHA-512": "SCRAM-SHA-512"}
"""What Kafka's own clients call the ways to log in."""


class KafkaMetadata(Metadata):
    """Settings of Kafka."""

    brokers: HostPorts
    """Bootstrap servers, separated by commas."""
    consumer_group: Group | None = None
    """Consumer group of all subscribers. Default: the ID of the application."""
    client_id: Group | None = Field(default=None, alias="clientID")
    """Name of the client in the broker's logs. Default: that of Dapr's library."""
    auth_type: Literal["none", "password", "mtls"] | None = None
    """How the sidecar logs in. Default: none."""
    sasl_username: Username | None = None
    """Name of the user, or a reference to a secret that contains it."""
    sasl_password: Reference | None = None
    """Password of the user."""
    sasl_mechanism: Literal["PLAINTEXT", "SHA-256", "SHA-512"] | None = None
    """How the password is sent. Default: PLAINTEXT."""
    ca_cert: Reference | None = None
    """Certificate of the authority that signed the certificates of the brokers."""
    client_cert: Reference | None = None
    """Certificate of the client."""
    client_key: Reference | None = None
    """Key of the client's certificate."""
    disable_tls: bool | None = None
    """Whether connections stay unencrypted even though the sidecar logs in. Default: false."""
    initial_offset: Literal["newest", "oldest"] | None = None
    """Where a new consumer group starts. Default: newest."""
    max_message_bytes: Annotated[int, Field(ge=1, le=1_073_741_824)] | None = None
    """Maximum size of a message. Default: 1024."""
    consume_retry_enabled: bool | None = None
    """Whether a message is delivered again if the application fails. Default: true."""
    consume_retry_interval: DaprDuration | None = None
    """Time between deliveries of a message. Default: 100ms."""
    version: Version | None = None
    """Version of Kafka whose protocol is used. Default: 2.0.0."""


def _needs(field: str, attribute: str, kind: str) -> Rule:
    return Rule(
        cel=f"!has(self.metadata) || !has(self.metadata.authType) || self.metadata.authType != '{kind}' || "
        f"has(self.metadata.{field})",
        message=f"required with authType: {kind}",
        field=f"metadata.{field}",
        reason="FieldValueRequired",
        holds=lambda broker: broker.metadata.auth_type != kind or getattr(broker.metadata, attribute) is not None,
    )


class Model(Component):
    """Kafka as a message broker."""

    rules = (
        _needs("saslUsername", "sasl_username", "password"),
        _needs("saslPassword", "sasl_password", "password"),
        _needs("clientCert", "client_cert", "mtls"),
        _needs("clientKey", "client_key", "mtls"),
    )

    type: Literal["pubsub.kafka"]
    metadata: KafkaMetadata
    """Settings under Dapr's names."""

    def settings(self) -> Mapping[str, Json]:
        """Return the settings with how the sidecar logs in, which Dapr requires."""
        return {"authType": "none", **super().settings()}

    def endpoint(self, name: str, meta: Meta, secrets: Mapping[str, BoundSecret]) -> Endpoint:
        """Return the brokers."""
        clients = Clients(
            brokers=self.metadata.brokers, properties=self._properties(), namespace=meta.namespace, secrets=secrets
        )
        group = self.metadata.consumer_group
        templated = group is not None and "{" in group  # only Dapr knows what it stands for
        return brokers(clients, None if templated else group)

    def _properties(self) -> dict[str, str]:
        """Return how the sidecar connects, under the names of Kafka's clients."""
        kind, transport = self.metadata.auth_type, "PLAINTEXT" if self.metadata.disable_tls else "SSL"
        if kind == "mtls" and self.metadata.client_key is not None:
            return {"security.protocol": "SSL", "ssl.keystore.key": self.metadata.client_key}
        if kind != "password":
            return {}
        login = {"sasl.username": self.metadata.sasl_username, "sasl.password": self.metadata.sasl_password}
        return {
            "security.protocol": f"SASL_{transport}",
            "sasl.mechanism": _MECHANISMS[self.metadata.sasl_mechanism or "PLAINTEXT"],
            **{name: value for name, value in login.items() if value is not None},
        }
