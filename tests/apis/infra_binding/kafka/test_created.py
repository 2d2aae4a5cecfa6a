import pytest

from function.apis.infra_binding.kafka.created import created
from function.apis.infra_binding.kafka.topic_settings import TopicSettings
from function.apis.infra_binding.member import Made
from function.base.meta import Meta
from function.platform.config import PlatformConfig
from tests.bindings import config
from tests.schemas import violations
from tests.support import look

META = Meta("payments", "shop", {"team": "checkout"})
BROKERS = "broker-1.example.org:9092"
PROVIDED = PlatformConfig.model_validate({"kafka": {"providerConfig": "msk"}})


def topic(settings: TopicSettings, platform: PlatformConfig) -> Made:
    return created("stream-a", BROKERS, settings, META, platform)


def test_without_a_strimzi_cluster_the_provider_creates_it() -> None:
    settings = TopicSettings(topic="prod.a", partitions=128, replication=3, retention_ms=604800000)
    (resource,) = topic(settings, PROVIDED).own
    assert (resource.key, resource.keep) == ("stream-a", True)
    assert violations(resource.manifest) == []
    assert look(resource.manifest, "metadata.name") == "prod-a"
    assert look(resource.manifest, "spec.forProvider") == {
        "partitions": 128,
        "replicationFactor": 3,
        "config": {"retention.ms": "604800000"},
    }


@pytest.mark.parametrize(
    "settings",
    [TopicSettings(topic="a"), TopicSettings(topic="a", partitions=1), TopicSettings(topic="a", replication=3)],
)
def test_the_provider_does_not_guess_partitions_and_replicas(settings: TopicSettings) -> None:
    assert topic(settings, PROVIDED) == Made(
        unmanaged="without partitions and replication, provider-kafka cannot create it; the topic must exist"
    )


def test_strimzi_leaves_them_to_its_brokers() -> None:
    (resource,) = topic(TopicSettings(topic="a"), config()).own
    assert resource.manifest["kind"] == "KafkaTopic"
    assert look(resource.manifest, "spec") == {"topicName": "a"}


def test_a_topic_of_another_namespace_is_not_created_by_either() -> None:
    for platform in (config(), PROVIDED):
        policy = {"streams": {"prefixes": {"shop": ["shop."]}}}
        strict = PlatformConfig.model_validate(
            {**platform.model_dump(by_alias=True, exclude_unset=True), "policy": policy}
        )
        found = topic(TopicSettings(topic="a", partitions=1, replication=1), strict)
        assert found.own == ()
        assert found.unmanaged is not None
