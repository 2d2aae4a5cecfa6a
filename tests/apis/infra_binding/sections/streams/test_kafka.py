from function.apis.infra_binding.sections.streams.kafka import Model
from tests.bindings import binding, manifests, topic
from tests.plug_ins.cases import Cases

CASES = Cases(
    whole=topic(partitions=3, replication=3, retention_ms=1, compaction="compact", properties={"p": "v"}),
    changes={
        "topic": "other",
        "brokers": "main-kafka-bootstrap.shop.svc:9093",
        "partitions": 4,
        "replication": 1,
        "retention_ms": -1,
        "compaction": "delete",
        "properties{p}": "w",
    },
    for_applications=["properties{p}"],
    refused=[
        *(("topic", None), ("topic", "a/b"), ("brokers", ""), ("partitions", 0), ("partitions", "3")),
        *(("properties", {"a": True}), ("properties", {"a b": "c"}), ("properties", [])),
        *(("properties", {f"p{number}": "v" for number in range(65)}), ("type", "kinesis"), ("group_id", "x")),
    ],
)


def test_it_is_made_under_the_key_of_a_stream() -> None:
    made = manifests(binding(streams={"orders": topic()}))["stream-orders"]
    assert [made["kind"]] == [part.kind for part in Model.makes]
