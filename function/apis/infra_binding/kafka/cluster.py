"""The Strimzi cluster that makes the topics of a binding."""

import re
from dataclasses import dataclass

from function.apis.infra_binding.member import Unmanaged
from function.platform.kafka import Kafka

_BOOTSTRAP = re.compile(r"([a-z0-9][-a-z0-9]{0,252})-kafka-bootstrap\.([a-z0-9][-a-z0-9]{0,62})\.svc[.:]")
"""The Service that Strimzi makes for a cluster, as the first of the brokers."""


@dataclass(frozen=True)
class Cluster:
    """A Kafka object, and the namespace where its topic operator watches."""

    name: str
    namespace: str


def cluster(brokers: str, namespace: str, settings: Kafka) -> Cluster | Unmanaged:
    """Return the cluster that the brokers name, else the platform's, or why there is none to use.

    A binding in `namespace` may make topics there and in the namespaces of the settings.
    """
    found = _BOOTSTRAP.match(brokers)
    if found is None:
        return _platforms(settings)
    named = Cluster(*found.groups())
    if named.namespace not in (namespace, settings.namespace, *settings.namespaces):
        return Unmanaged(f"PlatformConfig.spec.kafka.namespaces does not allow {named.namespace}; the topic must exist")
    return named


def _platforms(settings: Kafka) -> Cluster | Unmanaged:
    if settings.cluster is None or settings.namespace is None:
        return Unmanaged("neither brokers nor PlatformConfig.spec.kafka name a Strimzi cluster; the topic must exist")
    return Cluster(settings.cluster, settings.namespace)
