from function.base.manifest import Manifest
from function.base.meta import Meta
from function.manifests.kafka_topic import manifest

META = Meta("payments", "kafka", {"team": "checkout"})


def test_the_manifest() -> None:
    config: Manifest = {"retention.ms": 1, "cleanup.policy": "compact"}
    made = manifest(META, name="a", cluster="main", topic="A", partitions=3, replicas=2, config=config)
    assert list(made) == ["apiVersion", "kind", "metadata", "spec"]
    assert made == {
        "apiVersion": "kafka.strimzi.io/v1",
        "kind": "KafkaTopic",
        "metadata": {
            "name": "a",
            "namespace": "kafka",
            "labels": {"team": "checkout", "strimzi.io/cluster": "main"},
        },
        "spec": {"topicName": "A", "partitions": 3, "replicas": 2, "config": config},
    }
    assert META.labels == {"team": "checkout"}


def test_what_is_none_is_left_out() -> None:
    made = manifest(META, name="a", cluster="main", topic="A", partitions=None, replicas=None, config={})
    assert made["spec"] == {"topicName": "A"}
