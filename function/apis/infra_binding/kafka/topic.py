"""A Kafka topic, created by Strimzi if its cluster is known."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Annotated, Literal

from pydantic import Field

from function.apis.breach import breach
from function.apis.infra_binding.bound_secret import BoundSecret
from function.apis.infra_binding.kafka.cluster import NoCluster, cluster
from function.apis.infra_binding.member import Made, Member
from function.apis.infra_binding.names import physical_name
from function.base.condition import WORKLOAD_AVAILABLE
from function.base.manifest import present
from function.base.marks import Address
from function.base.meta import Meta
from function.base.problems import Problem, join
from function.base.text import Text
from function.base.types import FreeText
from function.delivery.resource import Resource
from function.manifests import kafka_topic
from function.platform.config import PlatformConfig
from function.platform.policy_streams import within
from function.readiness.ready_condition import READINESS

Topic = Annotated[
    str,
    Text(
        "^([.]?[-_a-zA-Z0-9][-._a-zA-Z0-9]*)$",
        meaning="letters, digits, '_', '-' and '.', not starting with '..'",
        example="auth-events",
        max_length=249,
    ),
]
Partitions = Annotated[int, Field(ge=1, le=100_000)]
Replication = Annotated[int, Field(ge=1, le=32767)]
Milliseconds = Annotated[int, Field(ge=-1, le=2**53 - 1)]


class KafkaTopic(Member):
    """A topic of a Kafka cluster: the fields and methods that `type: kafka` has in every section."""

    type: Literal["kafka"]
    topic: Topic
    """Name of the topic. It cannot be changed."""
    brokers: Annotated[FreeText, Field(min_length=1, examples=["main-kafka-bootstrap.kafka.svc:9093"]), Address()]
    """Bootstrap servers, separated by commas. A Strimzi Service (x-kafka-bootstrap.ns.svc) identifies the cluster."""
    partitions: Partitions | None = None
    """Number of partitions. It can only be increased. Default: the broker's."""
    replication: Replication | None = None
    """Number of replicas of each partition. Default: the broker's."""
    retention_ms: Milliseconds | None = None
    """Milliseconds for which events are kept; -1 keeps them forever. Default: the broker's."""
    compaction: Literal["delete", "compact", "compact,delete"] | None = None
    """Cleanup policy for old events. Default: the broker's."""

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
        for field in ("partitions", "replication", "retention_ms", "compaction"):
            if getattr(self, field) is not None:
                what = f"changes a topic that namespace {namespace} does not own"
                yield breach(join(path, field), what, "streams.prefixes")

    def made(self, name: str, meta: Meta, config: PlatformConfig, secrets: Mapping[str, BoundSecret]) -> Made:
        """Return a KafkaTopic in the cluster's namespace, which its operator watches."""
        if not within(config.policy.streams.prefixes, meta.namespace, self.topic):
            setting = "PlatformConfig.spec.policy.streams.prefixes"
            return Made(unmanaged=f"{setting} does not give it to {meta.namespace}; the topic must exist")
        target = cluster(self.brokers, meta.namespace, config.kafka)
        if isinstance(target, NoCluster):
            return Made(unmanaged=target.reason)
        manifest = kafka_topic.manifest(
            Meta(meta.name, target.namespace, meta.labels),
            name=physical_name(self.topic),
            cluster=target.name,
            topic=self.topic,
            partitions=self.partitions,
            replicas=self.replication,
            config=present({"retention.ms": self.retention_ms, "cleanup.policy": self.compaction}),
        )
        return Made(
            own=(Resource(f"{self.singular}-{name}", manifest, READINESS, keep=True, about=WORKLOAD_AVAILABLE),)
        )
