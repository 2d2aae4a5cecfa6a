"""The settings of PlatformConfig about Kafka."""

from typing import Annotated

from pydantic import Field

from function.base.model import Spec
from function.base.problems import Place
from function.base.rule import Rule
from function.base.types import DnsLabel, DnsSubdomain


class Kafka(Spec):
    """The Kafka cluster in which topics are created."""

    rules = (
        Rule(
            cel="has(self.cluster) == has(self.namespace)",
            breaks=lambda kafka: Place("namespace" if kafka.cluster is None else "cluster", key=True),
            message="cluster and namespace must be set together",
            hint="set both, or neither",
            holds=lambda kafka: (kafka.cluster is None) == (kafka.namespace is None),
        ),
    )

    cluster: DnsLabel | None = None
    """Name of the Kafka object, for bindings whose brokers do not identify one. Default: their topics must exist."""
    namespace: DnsLabel | None = None
    """Namespace of the Kafka object, which its topic operator watches."""
    provider_config: DnsSubdomain | None = None
    """ClusterProviderConfig of provider-kafka, with which topics are created if no Strimzi cluster is known. Default:
    such topics must exist."""
    namespaces: Annotated[list[DnsLabel], Field(max_length=64)] = []
    """Other namespaces in which bindings may create topics if their brokers name a cluster there."""
