"""A Kafka topic as an entry of a section."""

from collections.abc import Iterable, Iterator, Mapping
from typing import ClassVar, Literal

from function.apis.breach import breach
from function.apis.infra_binding.bound_secret import BoundSecret
from function.apis.infra_binding.endpoints.endpoint import Endpoint
from function.apis.infra_binding.kafka.created import created
from function.apis.infra_binding.kafka.endpoint import Clients, endpoint
from function.apis.infra_binding.kafka.topic_settings import (
    Milliseconds,
    Partitions,
    Replication,
    Topic,
    TopicSettings,
)
from function.apis.infra_binding.member import Made, Member, Part
from function.base.address_types import HostPorts
from function.base.meta import Meta
from function.base.problems import Problem, join
from function.base.rule import Rule
from function.manifests import kafka_topic, provider_kafka_topic
from function.platform.config import PlatformConfig
from function.platform.policy_streams import within


def parts(section: str, entries: str) -> tuple[Part, Part]:
    """Return the objects that create the topics of a section: those of Strimzi and of provider-kafka.

    `section` is how their keys begin, and `entries` what the section calls its entries.
    """
    kept = "kept when the binding is deleted"
    return (
        Part(
            key=section,
            kind=kafka_topic.KIND.kind,
            made=f"for {entries} of type kafka whose cluster is known; {kept}",
        ),
        Part(
            key=section,
            kind=provider_kafka_topic.KIND.kind,
            made=f"for {entries} of type kafka with provider-kafka; {kept}",
        ),
    )


class KafkaTopic(Member):
    """A topic of a Kafka cluster: the fields and methods that `type: kafka` has in every section."""

    describes = ("partitions", "replication", "retention_ms", "compaction", "compression", "min_insync_replicas")
    rules: ClassVar[tuple[Rule, ...]] = (
        Rule(
            cel="!has(self.min_insync_replicas) || !has(self.replication) || "
            "self.min_insync_replicas <= self.replication",
            message="min_insync_replicas must not exceed replication, because no write could then succeed",
            field="min_insync_replicas",
            holds=lambda topic: (
                topic.min_insync_replicas is None
                or topic.replication is None
                or topic.min_insync_replicas <= topic.replication
            ),
            got=lambda topic: f"{topic.min_insync_replicas} and {topic.replication}",
        ),
    )

    type: Literal["kafka"]
    topic: Topic
    """Name of the topic. It cannot be changed."""
    brokers: HostPorts
    """Bootstrap servers, separated by commas. A Strimzi Service (x-kafka-bootstrap.ns.svc) identifies the cluster."""
    partitions: Partitions | None = None
    """Number of partitions. It can only be increased. Default: the broker's."""
    replication: Replication | None = None
    """Number of replicas of each partition. Default: the broker's."""
    retention_ms: Milliseconds | None = None
    """Milliseconds for which events are kept; -1 keeps them forever. Default: the broker's."""
    compaction: Literal["delete", "compact", "compact,delete"] | None = None
    """Cleanup policy for old events. Default: the broker's."""
    compression: Literal["none", "gzip", "snappy", "lz4", "zstd", "producer"] | None = None
    """How the brokers compress events; with producer, as producers sent them. Default: the broker's."""
    min_insync_replicas: Replication | None = None
    """Number of replicas that must have an event before a producer with acks: all gets an answer. Default: the
    broker's."""

    def physical(self, name: str, secrets: Mapping[str, BoundSecret]) -> str:
        """Return the topic."""
        return self.topic

    def identities(self) -> Iterable[tuple[str, ...]]:
        """Return the topic and its brokers."""
        return [("kafka", self.brokers, self.topic)]

    def problems(self, path: str, namespace: str, config: PlatformConfig) -> Iterator[Problem]:
        """Yield each setting of a topic that belongs to another namespace."""
        if within(config.policy.streams.prefixes, namespace, self.topic):
            return
        for field in self.describes:
            if getattr(self, field) is not None:
                what = f"changes a topic that namespace {namespace} does not own"
                yield breach(join(path, field), what, "streams.prefixes")

    def made(self, name: str, meta: Meta, config: PlatformConfig, secrets: Mapping[str, BoundSecret]) -> Made:
        """Return the object that creates the topic."""
        return created(self.makes[0].of(name), self.brokers, self.settings(), meta, config)

    def reached(
        self,
        properties: Mapping[str, str],
        meta: Meta,
        secrets: Mapping[str, BoundSecret],
        *,
        compression: str | None = None,
        group: str | None = None,
        created: bool = False,
    ) -> Endpoint:
        """Return the brokers as clients with these properties reach them, and the topic; `created` is their user."""
        clients = Clients(
            brokers=self.brokers,
            properties=properties,
            created=created,
            namespace=meta.namespace,
            secrets=secrets,
        )
        return endpoint(clients, self.settings(), compression=compression, group=group)

    def settings(self) -> TopicSettings:
        """Return the topic and how it is to be."""
        return TopicSettings(
            topic=self.topic,
            partitions=self.partitions,
            replication=self.replication,
            retention_ms=self.retention_ms,
            compaction=self.compaction,
            compression=self.compression,
            min_insync_replicas=self.min_insync_replicas,
        )
