import pytest

from function.base.manifest import Json, Manifest
from tests.check.cross.trees import found, other, places, service

NATS: Json = {"stream": "ORDERS", "consumer": "orders-worker"}


def job(*scripts: str, name: str = "streams") -> Manifest:
    container: Json = {"name": "nats", "image": "natsio/nats-box", "command": ["sh", "-c"], "args": list(scripts)}
    spec: Json = {"template": {"spec": {"containers": [container]}}}
    return other("Job", name, api="batch/v1", spec=spec)


def nack(stream: str, consumer: str) -> Manifest:
    spec: Json = {"streamName": stream, "durableName": consumer}
    return other("Consumer", "c", api="jetstream.nats.io/v1beta2", spec=spec)


def test_a_job_with_another_name_of_the_consumer() -> None:
    (finding,) = found(service(nats=NATS), job("set -e\nnats consumer add ORDERS orders-workers --pull\n"))
    assert str(finding) == (
        "1.yaml:10:15: EP502 spec.nats.consumer: Job shop/streams (2.yaml:18) creates consumer 'orders-workers' on "
        "stream 'ORDERS'; got 'orders-worker'. Hint: use the same name in both"
    )
    assert finding.suggestion == "orders-workers"


@pytest.mark.parametrize(
    ("created", "path", "suggestion"),
    [
        (nack("ORDERS", "orders-workers"), "spec.nats.consumer", "orders-workers"),
        (nack("ORDERS", "quite-different"), "spec.nats.consumer", "quite-different"),
        (nack("ORDER", "orders-worker"), "spec.nats.stream", "ORDER"),
        (nack("ENTIRELY_DIFFERENT", "orders-worker"), "spec.nats.stream", "ENTIRELY_DIFFERENT"),
        (job("nats stream add ORDERZ"), "spec.nats.stream", "ORDERZ"),
    ],
)
def test_what_differs_is_where_the_finding_is(created: Manifest, path: str, suggestion: str) -> None:
    (finding,) = found(service(nats=NATS), created)
    assert (finding.code, finding.path, finding.suggestion) == ("EP502", path, suggestion)


@pytest.mark.parametrize(
    "created",
    [
        [nack("ORDERS", "orders-worker")],
        [nack("ORDERS", "orders-worker"), nack("ORDERS", "orders-workers")],
        [nack("PAYMENTS", "payments-workers")],
        [job("nats stream add ORDERS")],
        [job("nats stream add PAYMENTS")],
        [job("nats stream add ORDERS"), job("nats stream add ORDERZ")],
        [nack("ORDERS", "one"), nack("ORDERS", "two")],
        [other("Consumer", api="example.org/v1", spec={"streamName": "ORDERS", "durableName": "orders-workers"})],
    ],
)
def test_no_finding_if_the_name_exists_or_nothing_resembles_it(created: list[Manifest]) -> None:
    assert found(service(nats=NATS), *created) == []


def test_a_consumer_of_another_service_is_not_a_mistyped_one() -> None:
    mine = service("a", nats={"stream": "ORDERS", "consumer": "orders-workers"})
    assert found(mine, service("b", nats=NATS), nack("ORDERS", "orders-workers")) == []


def test_triggers_are_compared_too() -> None:
    trigger: Json = {"type": "nats-jetstream", "stream": "RETURNS", "consumer": "returns-worker"}
    mine = service(nats=NATS, scaling={"triggers": [trigger]})
    assert places(mine, nack("RETURNS", "returns-workers")) == [
        ("1.yaml", "EP502", "spec.scaling.triggers[0].consumer", "2.yaml")
    ]
