import pytest

from function.apis.network_peers import admitted, connections, opened, own, peers, pods, tcp
from function.platform.config import PlatformConfig
from function.platform.network_policy import Destination, Source
from tests.network import namespace

CONFIG = PlatformConfig.model_validate(
    {"networkPolicy": {"connections": {"db": [{"namespace": "databases", "ports": [5432]}], "none": []}}}
)


def test_without_peers_there_is_no_rule() -> None:
    assert admitted([]) == []
    assert admitted([], [tcp(80)]) == []


def test_without_ports_all_are_open() -> None:
    assert admitted([Source(namespace="a")]) == [{"from": [namespace("a")]}]
    assert opened([Destination(namespace="a")]) == [{"to": [namespace("a")]}]


def test_each_port_is_open_in_each_protocol() -> None:
    (rule,) = opened([Destination(cidr="10.0.0.0/8", ports=[53], protocols=["UDP", "TCP"])])
    assert rule["to"] == [{"ipBlock": {"cidr": "10.0.0.0/8"}}]
    assert rule["ports"] == [{"port": 53, "protocol": "UDP"}, {"port": 53, "protocol": "TCP"}]


@pytest.mark.parametrize(("names", "rules"), [((), 0), (("db",), 1), (("none",), 0), (("nosuch",), 0)])
def test_connections_without_destinations_open_nothing(names: tuple[str, ...], rules: int) -> None:
    assert len(connections(names, CONFIG)) == rules


def test_pods_are_those_of_a_namespace_with_labels() -> None:
    assert pods("a", {}) == namespace("a")
    assert pods("a", {"b": "c"}) == {**namespace("a"), "podSelector": {"matchLabels": {"b": "c"}}}
    assert peers([Source.model_validate({"namespace": "a", "podLabels": {"b": "c"}})]) == [pods("a", {"b": "c"})]


def test_each_caller_gets_a_peer_of_its_own() -> None:
    assert own() == {"podSelector": {}}
    assert own() is not own()
