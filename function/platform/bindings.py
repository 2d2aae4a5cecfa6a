"""The settings of PlatformConfig that InfraBinding reads."""

from typing import Annotated

from pydantic import Field

from function.base.model import Spec
from function.base.rule import Rule
from function.base.text import Text
from function.base.types import DnsLabel, DnsSubdomain, HttpUrl, VaultName

GoDuration = Annotated[
    str,
    Text(
        "^([0-9]+h)?([0-9]+m)?([0-9]+s)?$",
        meaning="a duration of hours, minutes and seconds, such as 1h30m or 300s",
        example="1h0m0s",
        min_length=2,
        max_length=32,
    ),
]


class Kafka(Spec):
    """The Kafka cluster of Strimzi that topics are made in."""

    rules = (
        Rule(
            cel="has(self.cluster) == has(self.namespace)",
            message="cluster and namespace go together. give both or none",
            holds=lambda kafka: (kafka.cluster is None) == (kafka.namespace is None),
        ),
    )

    cluster: DnsLabel | None = None
    """Name of the Kafka object, for bindings whose brokers do not tell it. Default: their topics must exist."""
    namespace: DnsLabel | None = None
    """Namespace of the Kafka object, where its topic operator watches."""
    namespaces: Annotated[list[DnsLabel], Field(max_length=64)] = []
    """Further namespaces that bindings may make topics in, where their brokers name one."""


class Vault(Spec):
    """The Vault of bindings that name none."""

    address: HttpUrl | None = None
    """Its address."""
    namespace: VaultName | None = None
    """Namespace within it (Vault Enterprise)."""
    mount_path: VaultName = "kubernetes"
    """Where its Kubernetes auth method is mounted."""
    role: VaultName | None = None
    """Role of the auth method."""


class ExternalSecrets(Spec):
    """How External Secrets reads the secrets of bindings."""

    service_account: DnsSubdomain = "default"
    """ServiceAccount of the binding's namespace that stores are read with."""
    refresh_interval: GoDuration = "1h0m0s"
    """How often they are read again."""
