"""KafkaTopic (kafka.strimzi.io/v1)."""

from collections.abc import Mapping

from function.base.kind import Kind
from function.base.manifest import Json, Manifest, present
from function.base.meta import Meta

KIND = Kind(api_version="kafka.strimzi.io/v1", kind="KafkaTopic", plural="kafkatopics", holds_data=True)


def manifest(
    meta: Meta,
    *,
    name: str,
    cluster: str,
    topic: str,
    partitions: int | None,
    replicas: int | None,
    config: Mapping[str, Json],
) -> Manifest:
    """Return the topic; its operator ignores it without the cluster label. Deleting the topic deletes its data."""
    metadata = meta.object_meta(name=name)
    return {
        "apiVersion": KIND.api_version,
        "kind": KIND.kind,
        "metadata": {**metadata, "labels": {**meta.labels, "strimzi.io/cluster": cluster}},
        "spec": present({"topicName": topic, "partitions": partitions, "replicas": replicas, "config": dict(config)}),
    }
