from function.base.manifest import Manifest
from tests.bindings import process, topic
from tests.connections import section

HEADING = "Service Endpoints"


def test_a_server_with_its_entries() -> None:
    found = section(HEADING, streams={"orders": topic(partitions=3)}, dead_letters={"orders": topic("dead")})
    assert "### Kafka: `main-kafka-bootstrap.kafka.svc:9093`" in found
    assert "- **Namespace**: `kafka`" in found
    assert "- **Used by**: `streams.orders`, `dead_letters.orders`" in found
    assert "| `streams.orders` | `orders.v1` | 3 |" in found
    assert "| KafkaTopic `kafka/orders-v1` |" in found


def test_what_nobody_creates_must_exist() -> None:
    assert "| must exist |" in section(HEADING, lookups={"rates": {"type": "redis", "uri": "redis://redis"}})


def test_facts_that_differ_are_all_told() -> None:
    properties: Manifest = {"security.protocol": "SSL"}
    found = section(HEADING, streams={"a": topic(properties=properties), "b": topic("b")})
    assert "- **Protocol**: `SSL`; or `PLAINTEXT`" in found


def test_jobs_have_a_web_interface() -> None:
    found = section(HEADING, resources={"job": process()}, deployment={"type": "kubernetes"})
    assert "-rest:8081` |" in found


def test_a_process_that_nothing_deploys_has_none() -> None:
    assert "| `job` | none | - |" in section(HEADING, resources={"job": process()}, deployment={"type": "yarn"})
