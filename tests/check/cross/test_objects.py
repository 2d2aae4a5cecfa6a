from typing import Any

import pytest

from function.base.manifest import Json, Manifest
from tests.bindings import topic
from tests.check.cross.trees import bound, found, places, service


def streams(**fields: Any) -> Manifest:
    return {"events": topic(**fields)}


def existing(**fields: Json) -> Manifest:
    """Return a stream that the binding does not create."""
    return {"events": {"type": "kinesis", "stream": "s", "region": "eu-west-1", **fields}}


def test_two_bindings_that_make_one_topic() -> None:
    (finding,) = found(bound("a", streams=streams(partitions=3)), bound("b", streams=streams(partitions=6)))
    assert finding.message == (
        "spec.streams.events: InfraBinding shop/a (1.yaml:10) creates the same object, but only one of them can "
        "manage it; got KafkaTopic kafka/orders-v1. Hint: remove it from one of them, or choose another name"
    )


def test_two_bindings_that_describe_a_stream_that_must_exist() -> None:
    mine, yours = existing(shard_count=3, retention_hours=48), existing(shard_count=6, retention_hours=48)
    (finding,) = found(bound("a", streams=mine), bound("b", namespace="x", streams=yours))
    assert finding.message == (
        "spec.streams.events.shard_count: InfraBinding shop/a (1.yaml:14) sets 3 for the same topic; got 6. "
        "Hint: use the same value in both, or set it in only one of them"
    )


def test_a_third_binding_is_compared_with_all_before() -> None:
    first, second = bound("a", streams=existing()), bound("b", streams=existing(shard_count=3))
    third = bound("c", streams=existing(shard_count=6))
    assert places(first, second, third) == [("3.yaml", "EP507", "spec.streams.events.shard_count", "2.yaml")]


@pytest.mark.parametrize(
    "tree",
    [
        [bound("a", streams=streams()), bound("b", streams=streams(name="other"))],
        [bound("a", streams=existing(shard_count=3)), bound("b", streams=existing(shard_count=3))],
        [bound("a", streams=existing(shard_count=3)), bound("b", streams=existing())],
        [bound("a", streams=existing(shard_count=3)), bound("b", streams=existing(stream="t", shard_count=6))],
        [bound("a", streams=existing(shard_count=3)), bound("b", streams=existing(region="us-east-1", shard_count=6))],
        [service("a"), service("a-b", nats={"stream": "B", "consumer": "b"})],
        [service("payments"), bound("payments", streams=streams())],
    ],
)
def test_claims_that_share_no_object_and_agree(tree: list[Manifest]) -> None:
    assert found(*tree) == []
