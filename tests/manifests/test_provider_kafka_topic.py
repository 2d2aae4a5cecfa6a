from function.base.manifest import Manifest
from function.base.meta import Meta
from function.manifests.provider_kafka_topic import manifest

META = Meta("payments", "shop")


def topic(config: Manifest) -> Manifest:
    return manifest(META, name="a", topic="A", partitions=3, replication=2, config=config, provider_config="msk")


def test_the_manifest_whose_settings_are_texts() -> None:
    assert topic({"retention.ms": 1, "cleanup.policy": "compact"}) == {
        "apiVersion": "topic.kafka.m.crossplane.io/v1alpha1",
        "kind": "Topic",
        "metadata": {"name": "a", "namespace": "shop", "annotations": {"crossplane.io/external-name": "A"}},
        "spec": {
            "managementPolicies": ["Observe", "Create", "Update", "LateInitialize"],
            "forProvider": {
                "partitions": 3,
                "replicationFactor": 2,
                "config": {"retention.ms": "1", "cleanup.policy": "compact"},
            },
            "providerConfigRef": {"kind": "ClusterProviderConfig", "name": "msk"},
        },
    }


def test_without_settings_there_is_no_map() -> None:
    assert "config" not in str(topic({})["spec"]).replace("providerConfig", "")
