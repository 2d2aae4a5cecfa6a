"""A topic, created by Strimzi if its cluster is known, or else by Crossplane's provider for Kafka."""

from function.apis.infra_binding.kafka.cluster import Cluster, NoCluster, Provider, cluster
from function.apis.infra_binding.kafka.topic_settings import TopicSettings
from function.apis.infra_binding.member import Made
from function.apis.infra_binding.names import physical_name
from function.base.condition import WORKLOAD_AVAILABLE
from function.base.manifest import Manifest
from function.base.meta import Meta
from function.delivery.resource import Resource
from function.manifests import kafka_topic, provider_kafka_topic
from function.platform.config import PlatformConfig
from function.platform.policy_streams import within
from function.readiness.ready_condition import READINESS


def created(key: str, brokers: str, settings: TopicSettings, meta: Meta, config: PlatformConfig) -> Made:
    """Return the object that creates the topic, under this key, or why there is none."""
    if not within(config.policy.streams.prefixes, meta.namespace, settings.topic):
        setting = "PlatformConfig.spec.policy.streams.prefixes"
        return Made(unmanaged=f"{setting} does not give it to {meta.namespace}; the topic must exist")
    target = cluster(brokers, meta.namespace, config.kafka)
    if isinstance(target, NoCluster):
        return Made(unmanaged=target.reason)
    manifest = _strimzi(target, settings, meta) if isinstance(target, Cluster) else _provided(target, settings, meta)
    if manifest is None:
        return Made(
            unmanaged="without partitions and replication, provider-kafka cannot create it; the topic must exist"
        )
    return Made(own=(Resource(key, manifest, READINESS, keep=True, about=WORKLOAD_AVAILABLE),))


def _strimzi(target: Cluster, settings: TopicSettings, meta: Meta) -> Manifest:
    """Return a KafkaTopic in the cluster's namespace, which its operator watches."""
    return kafka_topic.manifest(
        Meta(meta.name, target.namespace, meta.labels),
        name=physical_name(settings.topic),
        cluster=target.name,
        topic=settings.topic,
        partitions=settings.partitions,
        replicas=settings.replication,
        config=settings.config,
    )


def _provided(target: Provider, settings: TopicSettings, meta: Meta) -> Manifest | None:
    """Return a Topic in the binding's namespace, or None: unlike Strimzi, the provider knows no broker's defaults."""
    if settings.partitions is None or settings.replication is None:
        return None
    return provider_kafka_topic.manifest(
        meta,
        name=physical_name(settings.topic),
        topic=settings.topic,
        partitions=settings.partitions,
        replication=settings.replication,
        config=settings.config,
        provider_config=target.config,
    )
