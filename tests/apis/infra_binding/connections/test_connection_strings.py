from function.base.manifest import Json
from tests.bindings import process, topic
from tests.connections import SECRETS, section
from tests.dapr import KAFKA

HEADING = "Connection Strings"


def test_addresses_for_all_namespaces() -> None:
    found = section(HEADING, streams={"a": topic(brokers="kafka:9092,other:9092"), "b": topic("b")})
    assert "| Kafka | `kafka:9092,other:9092` | `kafka.shop.svc:9092,other.shop.svc:9092` |" in found
    assert "| Kafka | `main-kafka-bootstrap.kafka.svc:9093` | the same |" in found


def test_commands_of_each_server() -> None:
    found = section(HEADING, lookups={"rates": {"type": "redis", "uri": "redis://redis"}})
    assert "kubectl port-forward -n shop svc/redis 6379:6379\nredis-cli -h localhost -p 6379 ping\n```" in found


def test_what_applications_read() -> None:
    secrets: Json = {**SECRETS, "unused": {"provider": "env", "variables": [{"key": "a", "name": "A_TOKEN"}]}}
    found = section(HEADING, secrets=secrets)
    assert "in the ConfigMap `payments-binding`: `binding.yaml`" in found
    assert "- Variables that applications must have: `A_TOKEN`, `DB_PW`." in found


def test_jobs_and_dapr() -> None:
    found = section(
        HEADING,
        dapr={"components": {"bus": KAFKA}},
        resources={"job": process()},
        deployment={"type": "kubernetes"},
    )
    assert "-rest 8081:8081" in found
    assert "dapr list -k" in found
