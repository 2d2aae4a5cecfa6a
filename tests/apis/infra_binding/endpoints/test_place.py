"""Only names that are those of Services are taken for such: a forward to anything else would fail."""

import pytest

from function.apis.infra_binding.endpoints.place import Service, reach, service, split, with_ports


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("kafka:9092", Service("kafka", "shop", "9092")),
        ("kafka.data.svc:9092", Service("kafka", "data", "9092")),
        ("kafka.data.svc.cluster.local:9092", Service("kafka", "data", "9092")),
        ("kafka.data.svc.:9092", Service("kafka", "data", "9092")),
        ("kafka:9092,other.example.org:9092", Service("kafka", "shop", "9092")),
    ],
)
def test_a_service(address: str, expected: Service) -> None:
    assert service(address, "shop") == expected


@pytest.mark.parametrize(
    "address",
    [
        *("db.example.org:5432", "kafka.data:9092", "broker-0.kafka.data.svc:9092", "10.0.0.1:9092", "[::1]:9092", ""),
        *("kafka.data.svc.other.domain:9092", "UPPER:1", "https://a:1", "-a:1"),
    ],
)
def test_anything_else_is_none(address: str) -> None:
    assert service(address, "shop") is None
    assert reach(f"{address or 'a.b'}", "shop").host != "localhost"


def test_how_a_developer_reaches_a_service() -> None:
    reached = reach("kafka.data.svc:9092", "shop")
    assert reached.lines[-1] == "kubectl port-forward -n data svc/kafka 9092:9092"
    assert (reached.address, reached.is_local) == ("localhost:9092", True)


def test_ports_that_an_address_does_not_have() -> None:
    assert split("a,b:2", "1") == ("a", "1")
    assert with_ports("a,b:2,[::1]", "1") == "a:1,b:2,[::1]:1"
