"""The Kafka user of a stream, which may do what the stream's direction needs and nothing else."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from function.apis.breach import breach
from function.apis.infra_binding.kafka.cluster import Cluster, cluster
from function.apis.infra_binding.l5 import Binding
from function.apis.infra_binding.names import user_name
from function.base.manifest import Json, Manifest
from function.base.meta import Meta
from function.base.problems import Problem, join
from function.manifests import kafka_user
from function.platform.config import PlatformConfig
from function.platform.policy_streams import within


class Security(Binding):
    """How an application authenticates to the brokers."""

    authentication: Literal["scram-sha-512", "tls", "tls-external"]
    """Create a user with this authentication and the access rights that the stream needs. The platform must allow it.
    Its operator writes the credentials to a Secret in the namespace of the cluster."""


@dataclass(frozen=True, kw_only=True)
class Access:
    """What a user does with a topic; None is what it does not use."""

    topic: str
    reads: bool
    writes: bool
    group: str | None = None
    transactional_id_prefix: str | None = None
    dead_letter_topic: str | None = None


def user(
    logical: str, security: Security, access: Access, brokers: str, meta: Meta, config: PlatformConfig
) -> Iterator[Manifest]:
    """Yield the KafkaUser for a logical name, in the namespace of the cluster, if a Strimzi cluster is known."""
    target = cluster(brokers, meta.namespace, config.kafka)
    if isinstance(target, Cluster):
        yield kafka_user.manifest(
            Meta(meta.name, target.namespace, meta.labels),
            name=user_name(meta.namespace, meta.name, logical),
            cluster=target.name,
            authentication=security.authentication,
            acls=list(acls(access)),
        )


def refused_access(
    path: str, topics: Mapping[str, str | None], brokers: str, namespace: str, config: PlatformConfig
) -> Iterator[Problem]:
    """Yield what forbids or prevents a user with access to these topics, which are by field below `path`."""
    policy, where = config.policy.streams, join(path, "security")
    if not policy.kafka_users:
        yield breach(where, "creates a user of the Kafka cluster", "streams.kafkaUsers")
    for field, topic in topics.items():
        if topic is not None and not within(policy.prefixes, namespace, topic):
            what = f"security gives access to a topic that namespace {namespace} does not own"
            yield breach(join(path, field), what, "streams.prefixes")
    if not isinstance(cluster(brokers, namespace, config.kafka), Cluster):
        message = "no user is created, because no Strimzi cluster is known"
        yield Problem(path=where, message=message, code="EP417", severity="warning")


def acls(access: Access) -> Iterator[Json]:
    """Yield the access rights. Transactional IDs are allowed by prefix: Flink appends to them."""
    operations = [
        *(["Create"] if access.writes else []),
        "Describe",
        *(["Read"] if access.reads else []),
        *(["Write"] if access.writes else []),
    ]
    yield _rule("topic", access.topic, operations)
    if access.reads and access.group is not None:
        yield _rule("group", access.group, ["Read"])
    if access.writes and access.transactional_id_prefix is not None:
        yield _rule("transactionalId", access.transactional_id_prefix, ["Describe", "Write"], pattern="prefix")
    if access.dead_letter_topic is not None:
        yield _rule("topic", access.dead_letter_topic, ["Create", "Describe", "Write"])


def _rule(kind: str, name: str, operations: list[str], *, pattern: str = "literal") -> Json:
    return {"resource": {"type": kind, "name": name, "patternType": pattern}, "operations": operations}
