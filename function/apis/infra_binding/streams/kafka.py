"""A Kafka topic, made by Strimzi where its cluster is known."""

import re
from typing import Annotated, Literal

from pydantic import Field

from function.apis.infra_binding.l5 import physical_name
from function.apis.infra_binding.streams._stream import Managed, Stream, StreamSettings, Unmanaged
from function.base.manifest import present
from function.base.meta import Meta
from function.base.text import Text
from function.base.types import FreeText
from function.manifests import kafka_topic

RESOURCE = kafka_topic.RESOURCE

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

_BOOTSTRAP = re.compile(r"([a-z0-9][-a-z0-9]*)-kafka-bootstrap\.([a-z0-9][-a-z0-9]*)\.svc[.:]")


class Model(Stream):
    """A topic of a Kafka cluster."""

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

    def physical(self) -> str:
        """Return the topic."""
        return self.topic

    def location(self) -> str:
        """Return the brokers."""
        return self.brokers

    def managed(self, name: str, meta: Meta, settings: StreamSettings) -> Managed | Unmanaged:
        """Return a KafkaTopic in the cluster's namespace, which its operator watches."""
        found = _BOOTSTRAP.match(self.brokers)
        cluster, namespace = found.groups() if found else (settings.kafka_cluster, settings.kafka_namespace)
        if not cluster or not namespace:
            return Unmanaged(
                "neither brokers nor PlatformConfig.spec.kafka name a Strimzi cluster; the topic must exist"
            )
        if found and namespace not in (meta.namespace, settings.kafka_namespace, *settings.kafka_namespaces):
            return Unmanaged(f"PlatformConfig.spec.kafka.namespaces does not allow {namespace}; the topic must exist")
        return Managed(
            kafka_topic.manifest(
                Meta(meta.name, namespace, meta.labels),
                name=physical_name(self.topic),
                cluster=cluster,
                topic=self.topic,
                partitions=self.partitions,
                replicas=self.replication,
                config=present({"retention.ms": self.retention_ms, "cleanup.policy": self.compaction}),
            )
        )
