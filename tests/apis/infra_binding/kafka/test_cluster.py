import pytest

from function.apis.infra_binding.kafka.cluster import Cluster, NoCluster, Provider, cluster
from function.platform.kafka import Kafka

NONE = Kafka()
SETTINGS = Kafka(cluster="main", namespace="kafka", namespaces=["far"])
NOT_NAMED = NoCluster(
    "neither brokers nor PlatformConfig.spec.kafka identifies a Strimzi cluster; the topic must exist"
)


@pytest.mark.parametrize(
    ("brokers", "name", "namespace"),
    [
        ("main-kafka-bootstrap.kafka.svc:9093", "main", "kafka"),
        ("a-b-kafka-bootstrap.far.svc.cluster.local:9092", "a-b", "far"),
        ("own-kafka-bootstrap.shop.svc:9092,other:9092", "own", "shop"),
        ("broker-1.example.org:9092", "main", "kafka"),
        ("main-kafka-bootstrap.elsewhere:9093", "main", "kafka"),
        ("main-kafka-bootstrap.elsewhere.svc", "main", "kafka"),
        ("x.main-kafka-bootstrap.elsewhere.svc:9093", "main", "kafka"),
        ("other:9092,own-kafka-bootstrap.elsewhere.svc:9092", "main", "kafka"),
    ],
)
def test_the_brokers_name_the_cluster_or_the_platform_does(brokers: str, name: str, namespace: str) -> None:
    assert cluster(brokers, "shop", SETTINGS) == Cluster(name, namespace)


@pytest.mark.parametrize("settings", [NONE, SETTINGS])
def test_a_cluster_in_the_bindings_own_namespace_needs_no_setting(settings: Kafka) -> None:
    assert cluster("own-kafka-bootstrap.shop.svc:9092", "shop", settings) == Cluster("own", "shop")


def test_namespaces_may_be_allowed_without_a_cluster() -> None:
    allowed = Kafka(namespaces=["kafka"])
    assert cluster("main-kafka-bootstrap.kafka.svc:9093", "shop", allowed) == Cluster("main", "kafka")
    assert cluster("broker-1.example.org:9092", "shop", allowed) == NOT_NAMED


@pytest.mark.parametrize("settings", [NONE, SETTINGS])
def test_a_namespace_that_is_not_allowed_is_left_alone(settings: Kafka) -> None:
    reason = "PlatformConfig.spec.kafka.namespaces does not include elsewhere; the topic must exist"
    assert cluster("main-kafka-bootstrap.elsewhere.svc:9093", "shop", settings) == NoCluster(reason)


def test_where_no_cluster_is_known_the_provider_is_used() -> None:
    provided = Kafka.model_validate({"providerConfig": "msk", "namespaces": ["kafka"]})
    assert cluster("broker-1.example.org:9092", "shop", provided) == Provider("msk")
    assert cluster("main-kafka-bootstrap.kafka.svc:9093", "shop", provided) == Cluster("main", "kafka")
    assert isinstance(cluster("main-kafka-bootstrap.elsewhere.svc:9093", "shop", provided), NoCluster)


@pytest.mark.parametrize("brokers", ["broker-1.example.org:9092", "-kafka-bootstrap.shop.svc:1", "secret://db/brokers"])
def test_a_cluster_that_nobody_names_is_not_guessed(brokers: str) -> None:
    assert cluster(brokers, "shop", NONE) == NOT_NAMED
