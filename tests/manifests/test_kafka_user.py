from function.base.manifest import Json
from function.base.meta import Meta
from function.manifests.kafka_user import manifest

META = Meta("payments", "kafka", {"team": "checkout"})


def test_the_manifest() -> None:
    acls: list[Json] = [{"resource": {"type": "topic", "name": "a", "patternType": "literal"}, "operations": ["Read"]}]
    made = manifest(META, name="payments-a", cluster="main", authentication="tls", acls=acls)
    assert list(made) == ["apiVersion", "kind", "metadata", "spec"]
    assert made == {
        "apiVersion": "kafka.strimzi.io/v1",
        "kind": "KafkaUser",
        "metadata": {
            "name": "payments-a",
            "namespace": "kafka",
            "labels": {"team": "checkout", "strimzi.io/cluster": "main"},
        },
        "spec": {"authentication": {"type": "tls"}, "authorization": {"type": "simple", "acls": acls}},
    }
