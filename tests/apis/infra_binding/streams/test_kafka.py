import pytest
from pydantic import ValidationError

from function.apis.infra_binding.streams import Managed, StreamSettings, Unmanaged
from function.apis.infra_binding.streams.kafka import Model
from function.base.manifest import Json
from function.base.meta import Meta
from tests.bindings import topic
from tests.support import look

META = Meta("payments", "shop", {"team": "checkout"})
NONE = StreamSettings()
SETTINGS = StreamSettings(kafka_cluster="main", kafka_namespace="kafka", kafka_namespaces=["far"])
NOBODY = "neither brokers nor PlatformConfig.spec.kafka name a Strimzi cluster; the topic must exist"


def managed(settings: StreamSettings = SETTINGS, name: str = "orders.v1", **fields: Json) -> Managed | Unmanaged:
    return Model.model_validate(topic(name, **fields)).managed("orders", META, settings)


def place(brokers: str, settings: StreamSettings = SETTINGS) -> tuple[Json, Json]:
    made = managed(settings, brokers=brokers)
    assert isinstance(made, Managed)
    return look(made.manifest, "metadata.namespace"), look(made.manifest["metadata"], "labels")


def test_a_topic_with_all_it_may_say() -> None:
    made = managed(partitions=128, replication=3, retention_ms=604800000, compaction="compact,delete")
    assert isinstance(made, Managed)
    assert made.manifest["metadata"] == {
        "name": "orders-v1",
        "namespace": "kafka",
        "labels": {"team": "checkout", "strimzi.io/cluster": "main"},
    }
    assert made.manifest["spec"] == {
        "topicName": "orders.v1",
        "partitions": 128,
        "replicas": 3,
        "config": {"retention.ms": 604800000, "cleanup.policy": "compact,delete"},
    }


def test_what_is_not_said_is_left_to_the_broker() -> None:
    made = managed()
    assert isinstance(made, Managed)
    assert made.manifest["spec"] == {"topicName": "orders.v1"}


@pytest.mark.parametrize(
    ("brokers", "cluster", "namespace"),
    [
        ("main-kafka-bootstrap.kafka.svc:9093", "main", "kafka"),
        ("a-b-kafka-bootstrap.far.svc.cluster.local:9092", "a-b", "far"),
        ("own-kafka-bootstrap.shop.svc:9092,other:9092", "own", "shop"),
        ("broker-1.example.org:9092", "main", "kafka"),
        ("main-kafka-bootstrap.elsewhere:9093", "main", "kafka"),
        ("x.main-kafka-bootstrap.elsewhere.svc:9093", "main", "kafka"),
    ],
)
def test_whose_topic_it_is(brokers: str, cluster: str, namespace: str) -> None:
    assert place(brokers) == (namespace, {"team": "checkout", "strimzi.io/cluster": cluster})


def test_brokers_may_tell_the_cluster_where_the_platform_says_the_namespace_alone() -> None:
    settings = StreamSettings(kafka_namespaces=["kafka"])
    assert place("main-kafka-bootstrap.kafka.svc:9093", settings)[0] == "kafka"


@pytest.mark.parametrize("settings", [NONE, SETTINGS])
def test_a_namespace_that_is_not_allowed_is_left_alone(settings: StreamSettings) -> None:
    reason = "PlatformConfig.spec.kafka.namespaces does not allow elsewhere; the topic must exist"
    assert managed(settings, brokers="main-kafka-bootstrap.elsewhere.svc:9093") == Unmanaged(reason)


def test_a_cluster_that_nobody_names_is_not_guessed() -> None:
    assert managed(NONE, brokers="broker-1.example.org:9092") == Unmanaged(NOBODY)


@pytest.mark.parametrize("name", ["Orders", "orders_v1", "_", "o" * 249, "a..b", "-a-"])
def test_a_name_that_had_to_change_carries_a_digest(name: str) -> None:
    made = managed(name=name)
    assert isinstance(made, Managed)
    found = look(made.manifest, "metadata.name")
    assert isinstance(found, str)
    assert len(found) <= 63
    assert look(made.manifest, "spec.topicName") == name


def test_names_that_differ_in_what_had_to_change_stay_apart() -> None:
    names = ["orders_v1", "Orders_v1", "orders__v1", "ORDERS.V1", "orders-v1"]
    made = [managed(name=name) for name in names]
    assert len({str(look(one.manifest, "metadata.name")) for one in made if isinstance(one, Managed)}) == len(names)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        *(("topic", None), ("topic", ""), ("topic", "a/b"), ("topic", "a b"), ("topic", "o" * 250), ("brokers", None)),
        *(("brokers", ""), ("partitions", 0), ("partitions", 100_001), ("partitions", 1.5), ("replication", 0)),
        *(("replication", 32768), ("retention_ms", -2), ("retention_ms", "1h"), ("compaction", "delete,compact")),
        *(("compaction", True), ("properties", {"a": True}), ("properties", {"a b": "c"}), ("properties", [])),
        *(("properties", {f"p{n}": "v" for n in range(65)}), ("type", "kinesis"), ("group_id", "x")),
    ],
)
def test_what_is_refused(field: str, value: Json) -> None:
    with pytest.raises(ValidationError):
        Model.model_validate({**topic(), field: value})


def test_where_a_name_is_looked_up() -> None:
    stream = Model.model_validate(topic())
    assert (stream.physical(), stream.location()) == ("orders.v1", "main-kafka-bootstrap.kafka.svc:9093")
