"""Topic (topic.kafka.m.crossplane.io/v1alpha1) of Crossplane's provider for Kafka."""

from collections.abc import Mapping

from function.base.kind import Kind
from function.base.manifest import Json, Manifest, present
from function.base.meta import Meta

KIND = Kind(api_version="topic.kafka.m.crossplane.io/v1alpha1", kind="Topic", plural="topics", holds_data=True)


def manifest(
    meta: Meta,
    *,
    name: str,
    topic: str,
    partitions: int,
    replication: int,
    config: Mapping[str, Json],
    provider_config: str,
) -> Manifest:
    """Return the topic, whose values of `config` must be texts. Deleting the object leaves the topic as it is."""
    topic_config = {key: str(value) for key, value in config.items()}
    return {
        "apiVersion": KIND.api_version,
        "kind": KIND.kind,
        "metadata": meta.object_meta(name=name, annotations={"crossplane.io/external-name": topic}),
        "spec": {
            "managementPolicies": ["Observe", "Create", "Update", "LateInitialize"],
            "forProvider": present(
                {"partitions": partitions, "replicationFactor": replication, "config": topic_config}
            ),
            "providerConfigRef": {"kind": "ClusterProviderConfig", "name": provider_config},
        },
    }
