"""The Strimzi cluster in which the topics of a binding are created."""

import re
from dataclasses import dataclass

from function.platform.kafka import Kafka

_BOOTSTRAP = re.compile(r"([a-z0-9][-a-z0-9]{0,252})-kafka-bootstrap\.([a-z0-9][-a-z0-9]{0,62})\.svc[.:]")
"""The Service that Strimzi creates for a cluster, as the first of the brokers."""


@dataclass(frozen=True)
class Cluster:
    """A Kafka object, and the namespace that its topic operator watches."""

    name: str
    namespace: str


@dataclass(frozen=True)
class NoCluster:
    """Why no cluster can be used."""

    reason: str


@dataclass(frozen=True)
class Provider:
    """The ClusterProviderConfig with which Crossplane's provider for Kafka reaches the brokers."""

    config: str


def cluster(brokers: str, namespace: str, settings: Kafka) -> Cluster | Provider | NoCluster:
    """Return the cluster that the brokers name, or else the platform's, or why no cluster can be used.

    A binding in `namespace` may create topics there and in the namespaces of the settings.
    """
    match = _BOOTSTRAP.match(brokers)
    if match is None:
        return _default_cluster(settings)
    named = Cluster(*match.groups())
    if named.namespace not in (namespace, settings.namespace, *settings.namespaces):
        return NoCluster(
            f"PlatformConfig.spec.kafka.namespaces does not include {named.namespace}; the topic must exist"
        )
    return named


def _default_cluster(settings: Kafka) -> Cluster | Provider | NoCluster:
    if settings.cluster is not None and settings.namespace is not None:
        return Cluster(settings.cluster, settings.namespace)
    if settings.provider_config is not None:
        return Provider(settings.provider_config)
    return NoCluster("neither brokers nor PlatformConfig.spec.kafka identifies a Strimzi cluster; the topic must exist")
