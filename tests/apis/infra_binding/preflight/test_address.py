import pytest

from function.apis.infra_binding.preflight.address import IN_DNS, IN_SECRET, NO_PORT, servers
from function.base.preflight_target import Endpoint


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("kafka:9092", [Endpoint("kafka", 9092)]),
        ("a.b.svc:1,[fd00::7]:2", [Endpoint("a.b.svc", 1), Endpoint("fd00::7", 2)]),
        ("http://es", [Endpoint("es", 80)]),
        ("http://es:9200/a/b:c", [Endpoint("es", 9200)]),
        ("https://es", [Endpoint("es", 443, tls=True)]),
        ("https://[fd00::7]/a", [Endpoint("fd00::7", 443, tls=True)]),
        ("redis://r", [Endpoint("r", 6379)]),
        ("rediss://r:1,s/3", [Endpoint("r", 1, tls=True), Endpoint("s", 6379, tls=True)]),
        ("mongodb://m,n:2/db?replicaSet=a:b", [Endpoint("m", 27017), Endpoint("n", 2)]),
        ("mongodb://m?tls=true", [Endpoint("m", 27017)]),
        ("jdbc:postgresql://p/db?x=a,b:c/d", [Endpoint("p", 5432)]),
        ("jdbc:postgresql://p,q:2/db", [Endpoint("p", 5432), Endpoint("q", 2)]),
        ("pulsar://p", [Endpoint("p", 6650)]),
        ("pulsar+ssl://p", [Endpoint("p", 6651, tls=True)]),
        ("hdfs://name:8020/a", [Endpoint("name", 8020)]),
        ("hdfs://cluster/a", NO_PORT),
        ("node", NO_PORT),
        ("node:1,node", NO_PORT),
        ("mongodb+srv://m/db", IN_DNS),
        ("secret://mongo/uri", IN_SECRET),
        ("secret://mongo", IN_SECRET),
        ("other://a", NO_PORT),
    ],
)
def test_servers_are_named_by_an_address(address: str, expected: list[Endpoint] | str) -> None:
    assert servers(address, None, encrypted=False) == expected


def test_clients_know_the_port_of_a_node() -> None:
    assert servers("node", 9042, encrypted=False) == [Endpoint("node", 9042)]
    assert servers("node:1", 9042, encrypted=False) == [Endpoint("node", 1)]


@pytest.mark.parametrize("address", ["http://es", "jdbc:postgresql://p/d", "pulsar://p", "hdfs://name:1/a"])
def test_other_settings_never_add_tls_to_these(address: str) -> None:
    assert servers(address, None, encrypted=True) == servers(address, None, encrypted=False)


@pytest.mark.parametrize("address", ["kafka:9092", "redis://r", "mongodb://m"])
def test_but_they_add_it_to_those(address: str) -> None:
    found = servers(address, None, encrypted=True)
    assert not isinstance(found, str)
    assert [endpoint.tls for endpoint in found] == [True]
