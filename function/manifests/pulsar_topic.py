"""PulsarTopic (resource.streamnative.io/v1alpha1)."""

from collections.abc import Mapping

from function.base.kind import Kind
from function.base.manifest import Json, Manifest, present
from function.base.meta import Meta

KIND = Kind(api_version="resource.streamnative.io/v1alpha1", kind="PulsarTopic", plural="pulsartopics", holds_data=True)


def manifest(meta: Meta, *, name: str, topic: str, connection: str, settings: Mapping[str, Json]) -> Manifest:
    """Return the topic. By default, its operator would delete the topic's data with the object."""
    return {
        "apiVersion": KIND.api_version,
        "kind": KIND.kind,
        "metadata": meta.object_meta(name=name),
        "spec": present(
            {
                "name": topic,
                "connectionRef": {"name": connection},
                "lifecyclePolicy": "KeepAfterDeletion",
                **settings,
            }
        ),
    }
