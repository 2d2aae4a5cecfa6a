from tests.bindings import topic
from tests.connections import section

HEADING = "Backup & Recovery"


def test_what_each_server_does() -> None:
    found = section(HEADING, streams={"a": topic(replication=3, retention_ms=-1)})
    assert "- `orders.v1`: 3 replicas of each partition\n- `orders.v1`: events are kept forever" in found
    assert "KafkaTopic `kafka/orders-v1`. Their data stays too." in found


def test_commands_that_save() -> None:
    assert "--rdb redis.rdb" in section(HEADING, lookups={"rates": {"type": "redis", "uri": "redis://redis"}})


def test_an_empty_binding() -> None:
    assert "None of the objects of the binding holds data." in section(HEADING)
