"""KafkaUser (kafka.strimzi.io/v1)."""

from collections.abc import Sequence

from function.base.kind import Kind
from function.base.manifest import Json, Manifest
from function.base.meta import Meta

KIND = Kind(api_version="kafka.strimzi.io/v1", kind="KafkaUser", plural="kafkausers")


def manifest(meta: Meta, *, name: str, cluster: str, authentication: str, acls: Sequence[Json]) -> Manifest:
    """Return the user; its operator ignores it without the cluster label.

    The operator writes the credentials to a Secret of the same name in the same namespace. Access rights have an effect
    only if the Kafka object has `authorization.type: simple`.
    """
    metadata = meta.object_meta(name=name)
    return {
        "apiVersion": KIND.api_version,
        "kind": KIND.kind,
        "metadata": {**metadata, "labels": {**meta.labels, "strimzi.io/cluster": cluster}},
        "spec": {
            "authentication": {"type": authentication},
            "authorization": {"type": "simple", "acls": list(acls)},
        },
    }
