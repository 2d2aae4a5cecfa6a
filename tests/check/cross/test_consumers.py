import pytest

from function.base.manifest import Json, Manifest
from tests.check.cross.trees import found, places, service

SHARED: Manifest = {"stream": "ORDERS", "consumer": "workers"}


def test_the_second_service_with_a_consumer_has_a_finding() -> None:
    (finding,) = found(service("a", nats=SHARED), service("b", namespace="other", nats=SHARED))
    assert str(finding) == (
        "2.yaml:10:15: EP501 spec.nats.consumer: EventDrivenService shop/a (1.yaml:10) reads the same consumer of "
        "stream 'ORDERS', so each message reaches only one of the two services; got 'workers'. "
        "Hint: give each service its own consumer"
    )
    assert finding.severity == "warning"
    assert [(related.file, related.range.line) for related in finding.related] == [("1.yaml", 10)]


def test_each_further_service_refers_to_the_first() -> None:
    three = [service(name, nats=SHARED) for name in "abc"]
    assert places(*three) == [
        ("2.yaml", "EP501", "spec.nats.consumer", "1.yaml"),
        ("3.yaml", "EP501", "spec.nats.consumer", "1.yaml"),
    ]


@pytest.mark.parametrize(
    "nats",
    [
        {"stream": "ORDERS", "consumer": "other"},
        {"stream": "OTHER", "consumer": "workers"},
        {**SHARED, "account": "B"},
        {**SHARED, "url": "nats://other.nats.svc:4222"},
        {**SHARED, "monitoringEndpoint": "other.nats.svc:8222"},
    ],
)
def test_another_consumer_stream_server_or_account_is_no_finding(nats: Json) -> None:
    assert found(service("a", nats=SHARED), service("b", nats=nats)) == []


def test_a_trigger_does_not_read() -> None:
    trigger: Json = {"triggers": [{"type": "nats-jetstream", **SHARED}]}
    assert found(service("a", nats=SHARED), service("b", nats={**SHARED, "consumer": "b"}, scaling=trigger)) == []


def test_a_claim_with_an_error_does_not_count() -> None:
    assert found(service("a", nats=SHARED, size="huge"), service("b", nats=SHARED)) == []
