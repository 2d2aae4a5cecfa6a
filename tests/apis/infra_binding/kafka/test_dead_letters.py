import pytest

from function.apis.infra_binding.kafka.dead_letters import dead_letters
from function.apis.infra_binding.member import Made
from function.base.manifest import Json, Manifest
from function.base.meta import Meta
from function.base.request import Request
from function.platform.config import PlatformConfig
from function.render import render
from tests.bindings import PLATFORM, binding, composite, config, manifests, settled, topic
from tests.leaves import replaced
from tests.support import look

META = Meta("payments", "shop")
BROKERS = "main-kafka-bootstrap.kafka.svc:9093"


def composed(**streams: Json) -> dict[str, Manifest]:
    return {key: made for key, made in manifests(binding(streams=streams)).items() if key != "document"}


def test_its_key_is_that_of_the_object_however_its_brokers_are_written() -> None:
    (first,) = dead_letters("errors", BROKERS, META, config()).own
    (second,) = dead_letters("errors", f"{BROKERS},other:9093", META, config()).own
    assert first.key == second.key == "deadlettertopic-6e0eed42"
    assert first.keep


def test_another_topic_or_cluster_has_another_key() -> None:
    keys = {
        dead_letters(name, brokers, META, config()).own[0].key
        for name, brokers in (("errors", BROKERS), ("other", BROKERS), ("errors", "a-kafka-bootstrap.shop.svc:1"))
    }
    assert len(keys) == 3


def test_without_a_topic_there_is_nothing_and_without_a_cluster_the_reason() -> None:
    assert dead_letters(None, BROKERS, META, config()) == Made()
    assert dead_letters("errors", "b:9092", META, PlatformConfig()).unmanaged is not None


def test_streams_share_the_topic_for_what_they_cannot_read() -> None:
    dead_letters: Json = {"deserialization": {"dlq_topic": "errors"}}
    found = composed(a=topic("a", error_handling=dead_letters), b=topic("b", error_handling=dead_letters))
    assert len(found) == 3


def test_that_topic_is_not_made_twice_if_it_is_a_stream_too() -> None:
    dead_letters: Json = {"deserialization": {"dlq_topic": "errors"}}
    found = composed(a=topic("a", error_handling=dead_letters), errors=topic("errors", partitions=2))
    assert sorted(found) == ["stream-a", "stream-errors"]
    assert look(found, "stream-errors.spec.partitions") == 2


def stream(dlq: str | None, **fields: Json) -> Manifest:
    """Return a binding with one stream, which sends what it cannot read to this topic."""
    unreadable: Json = {"deserialization": {"dlq_topic": dlq}} if dlq else {}
    return composite(binding(streams={"a": topic("a", error_handling=unreadable, **fields)}))


def test_it_is_not_dropped_because_the_platform_gives_it_to_nobody() -> None:
    elsewhere = replaced(PLATFORM, "spec.policy", {"streams": {"prefixes": {"shop": ["a"]}}})
    document = stream("errors")
    answer = render(Request(xr=document, observed=settled(document), platform=elsewhere))
    assert answer.fatal is not None
    assert answer.fatal.startswith("observed.resources.deadlettertopic-6e0eed42: ")
    assert "spec.streams.a still needs it" in answer.fatal


@pytest.mark.parametrize(
    "after",
    [
        pytest.param(composite(binding()), id="nothing"),
        pytest.param(stream(None), id="no dead letters"),
        pytest.param(stream("other"), id="another topic"),
        pytest.param(stream("errors", brokers="b-kafka-bootstrap.shop.svc:9093"), id="another cluster"),
        pytest.param(composite(binding(streams={"b": topic("errors")})), id="an entry of its own"),
    ],
)
def test_one_that_the_spec_does_without_may_go(after: Manifest) -> None:
    before = settled(stream("errors"))
    assert render(Request(xr=after, observed=before, platform=PLATFORM)).fatal is None
