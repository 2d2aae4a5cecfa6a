from function.base.meta import Meta
from function.manifests.pulsar_topic import manifest

META = Meta("payments", "shop")


def test_the_manifest() -> None:
    made = manifest(META, name="a", topic="persistent://a/b/c", connection="p", settings={"partitions": 0})
    assert made == {
        "apiVersion": "resource.streamnative.io/v1alpha1",
        "kind": "PulsarTopic",
        "metadata": {"name": "a", "namespace": "shop"},
        "spec": {
            "name": "persistent://a/b/c",
            "connectionRef": {"name": "p"},
            "lifecyclePolicy": "KeepAfterDeletion",
            "partitions": 0,
        },
    }
