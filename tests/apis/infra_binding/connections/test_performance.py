from function.base.manifest import Json
from tests.bindings import process, topic
from tests.connections import section

HEADING = "Performance Baselines"


def test_pools_and_readers() -> None:
    lookup: Json = {"type": "redis", "uri": "redis://redis", "pool_size": 50, "async": {"capacity": 7}}
    found = section(HEADING, streams={"a": topic(partitions=12)}, lookups={"rates": lookup})
    assert "| `streams.a` | Kafka | at most 12, one for each partition | - | - |" in found
    assert "| `lookups.rates` | Redis | - | 50 | 7 |" in found


def test_the_sum() -> None:
    job = process(parallelism=2, task_cpu=1, task_memory="1gb")
    found = section(HEADING, resources={"job": job}, deployment={"type": "kubernetes"})
    assert "| **Total** | 3 | `3` | `4Gi` |" in found


def test_an_empty_binding_needs_nothing() -> None:
    found = section(HEADING)
    assert "The binding says nothing about connections and concurrency" in found
    assert "The binding creates no pods, so it requests nothing." in found
