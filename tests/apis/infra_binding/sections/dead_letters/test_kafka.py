from function.apis.infra_binding.sections.dead_letters.kafka import Model
from tests.bindings import binding, manifests, topic
from tests.plug_ins.cases import Cases
from tests.support import look

CASES = Cases(
    whole=topic(
        partitions=3,
        replication=3,
        retention_ms=1,
        compaction="compact",
        compression="snappy",
        min_insync_replicas=2,
        include_metadata=True,
        properties={"p": "secret://db/key"},
    ),
    changes={
        "topic": "other",
        "brokers": "main-kafka-bootstrap.shop.svc:9093",
        "partitions": 4,
        "replication": 2,
        "retention_ms": -1,
        "compaction": "delete",
        "compression": "none",
        "min_insync_replicas": 1,
        "include_metadata": False,
        "properties{p}": "w",
    },
    for_applications=["include_metadata", "properties{p}"],
    refused=[
        *(("compression", "SNAPPY"), ("min_insync_replicas", 0), ("min_insync_replicas", 4)),
        *(("topic", None), ("topic", "a/b"), ("brokers", ""), ("partitions", 0), ("include_metadata", "yes")),
        *(("type", "s3"), ("bucket", "b"), ("consumer", {}), ("properties", {"p": "secret://nobody/key"})),
    ],
)


def test_a_topic_is_made_with_what_is_said_and_nothing_invented() -> None:
    made = manifests(binding(dead_letters={"auth_dlq": topic("prod.auth.dlq")}))["dead-letter-auth_dlq"]
    assert made["kind"] == Model.makes[0].kind
    assert look(made, "spec") == {"topicName": "prod.auth.dlq"}


def test_the_topic_of_a_stream_for_what_it_cannot_read_is_made_once() -> None:
    stream = topic("a", error_handling={"deserialization": {"dlq_topic": "errors"}})
    spec = binding(streams={"a": stream}, dead_letters={"errors": topic("errors", partitions=2)})
    assert list(manifests(spec)) == ["stream-a", "dead-letter-errors", "document"]
