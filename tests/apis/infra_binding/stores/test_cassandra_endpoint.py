from function.base.manifest import Manifest
from tests.connections import READ, endpoint, topics

STORE: Manifest = {
    "type": "cassandra",
    "contact_points": ["a.data.svc", "b:9043"],
    "keyspace": "shop",
    "table": "orders",
}


def test_without_encryption_and_login() -> None:
    told = endpoint("lookups", STORE)
    assert told.address == "a.data.svc:9042,b:9043"
    assert told.development[-1] == "cqlsh localhost 9042"
    assert topics(told) == ["Security", "Security"]


def test_with_both() -> None:
    auth = {"username": "hunter2-user", "password": "secret://db/password"}
    told = endpoint("lookups", {**STORE, "auth": auth, "tls": {"enabled": True}})
    assert f'export CASSANDRA_PASSWORD="$({READ})"' in told.development
    assert told.development[-1] == 'cqlsh localhost 9042 --ssl -u "$CASSANDRA_USERNAME" -p "$CASSANDRA_PASSWORD"'
    assert topics(told) == []
    assert "hunter2" not in str(told)
