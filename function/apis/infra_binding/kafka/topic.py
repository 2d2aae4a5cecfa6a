"""A Kafka topic, made by Strimzi where its cluster is known."""

from collections.abc import Iterable, Mapping
from typing import Annotated, Literal

from pydantic import Field

from function.apis.infra_binding.bound_secret import BoundSecret
from function.apis.infra_binding.kafka.cluster import cluster
from function.apis.infra_binding.member import Made, Member, Unmanaged
from function.apis.infra_binding.names import physical_name
from function.base.condition import WORKLOAD_AVAILABLE
from function.base.manifest import present
from function.base.meta import Meta
from function.base.text import Text
from function.base.types import FreeText
from function.delivery.resource import Resource
from function.manifests import kafka_topic
from function.platform.config import PlatformConfig
from function.readiness.ready_condition import READINESS

Topic = Annotated[
    str,
    Text(
        "^([.]?[-_a-zA-Z0-9][-._a-zA-Z0-9]*)$",
        meaning="letters, digits, '_', '-' and '.', not beginning with '..'",
        example="auth-events",
        max_length=249,
    ),
]
Partitions = Annotated[int, Field(ge=1, le=100_000)]
Replication = Annotated[int, Field(ge=1, le=32767)]
Milliseconds = Annotated[int, Field(ge=-1, le=2**53 - 1)]


class KafkaTopic(Member):
    """A topic of a Kafka cluster: the fields and answers that `type: kafka` has in every section."""

    type: Literal["kafka"]
    topic: Topic
    """Name of the topic; it cannot change later."""
    brokers: Annotated[FreeText, Field(min_length=1, examples=["main-kafka-bootstrap.kafka.svc:9093"])]
    """Bootstrap servers, separated by commas. Strimzi's own name (x-kafka-bootstrap.ns.svc) also tells the cluster."""
    partitions: Partitions | None = None
    """Number of partitions; it can only grow. Default: the broker's."""
    replication: Replication | None = None
    """Replicas of each partition. Default: the broker's."""
    retention_ms: Milliseconds | None = None
    """Milliseconds that events are kept, -1 for ever. Default: the broker's."""
    compaction: Literal["delete", "compact", "compact,delete"] | None = None
    """What happens to old events. Default: the broker's."""

    def physical(self, name: str, secrets: Mapping[str, BoundSecret]) -> str:
        """Return the topic."""
        return self.topic

    def identities(self) -> Iterable[tuple[str, ...]]:
        """Return the topic of these brokers."""
        return [("kafka", self.brokers, self.topic)]

    def made(
        self, name: str, meta: Meta, config: PlatformConfig, secrets: Mapping[str, BoundSecret]
    ) -> Made | Unmanaged:
        """Return a KafkaTopic in the cluster's namespace, which its operator watches."""
        found = cluster(self.brokers, meta.namespace, config.kafka)
        if isinstance(found, Unmanaged):
            return found
        manifest = kafka_topic.manifest(
            Meta(meta.name, found.namespace, meta.labels),
            name=physical_name(self.topic),
            cluster=found.name,
            topic=self.topic,
            partitions=self.partitions,
            replicas=self.replication,
            config=present({"retention.ms": self.retention_ms, "cleanup.policy": self.compaction}),
        )
        return Made(own=(Resource(self.composed_key(name), manifest, READINESS, keep=True, about=WORKLOAD_AVAILABLE),))
