from function.base.manifest import Manifest
from tests.connections import READ, endpoint, topics

STREAM: Manifest = {
    "type": "pulsar",
    "topic": "persistent://t/n/orders",
    "service_url": "pulsar://pulsar.data.svc:6650",
}
AUTH: Manifest = {"type": "token", "token": "secret://db/password"}


def test_without_login_and_administration() -> None:
    told = endpoint("streams", STREAM)
    assert topics(told) == ["Security", "Security", "Availability"]
    assert "kubectl port-forward -n data svc/pulsar 6650:6650" in told.development
    assert "pulsar-admin" not in str(told.health)


def test_with_a_token() -> None:
    told = endpoint("streams", {**STREAM, "admin_url": "https://admin:8443", "auth": AUTH, "partitions": 4})
    assert f'export PULSAR_TOKEN="$({READ})"' in told.development
    assert topics(told) == ["Security"]
    assert told.health[1].endswith('"token:$PULSAR_TOKEN" topics partitioned-stats persistent://t/n/orders')
    assert told.uses["Partitions"] == "`4`"


def test_a_port_that_the_address_does_not_have() -> None:
    assert endpoint("streams", {**STREAM, "service_url": "pulsar+ssl://a,b"}).address == "a:6651,b:6651"


def test_certificates_are_left_to_the_reader() -> None:
    auth: Manifest = {"type": "tls", "cert_path": "/c", "key_path": "/k"}
    assert any("--auth-plugin" in line for line in endpoint("streams", {**STREAM, "auth": auth}).development)
