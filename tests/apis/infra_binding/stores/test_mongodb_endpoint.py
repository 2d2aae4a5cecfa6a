from function.base.manifest import Manifest
from tests.connections import READ, endpoint, topics

STORE: Manifest = {"type": "mongodb", "uri": "mongodb://mongo.data.svc", "database": "shop", "collection": "orders"}
AUTH: Manifest = {"username": "hunter2-user", "password": "secret://db/password"}


def test_without_encryption_and_login() -> None:
    told = endpoint("lookups", STORE)
    assert told.address == "mongo.data.svc:27017"
    assert "export MONGODB_URI=mongodb://localhost:27017/shop" in told.development
    assert topics(told) == ["Security", "Security"]


def test_with_both() -> None:
    told = endpoint("lookups", {**STORE, "auth": AUTH, "tls": {"enabled": True}, "max_pool_size": 100})
    assert f'export MONGODB_PASSWORD="$({READ})"' in told.development
    assert '--tls --username "$MONGODB_USERNAME" --password "$MONGODB_PASSWORD"' in told.health[0]
    assert topics(told) == []
    assert "hunter2" not in str(told)


def test_what_stands_behind_the_address_is_not_repeated() -> None:
    told = endpoint("lookups", {**STORE, "uri": "mongodb+srv://mongo.example.org/?appName=hunter2"})
    assert told.address == "mongo.example.org"
    assert "hunter2" not in str(told)
    assert "export MONGODB_URI=mongodb+srv://mongo.example.org/shop" in told.development


def test_sinks_and_dead_letters_have_it_too() -> None:
    store = {**STORE, "uri": "secret://db/password"}
    for section, kind in (("streams", "mongodb_sink"), ("dead_letters", "mongodb")):
        assert endpoint(section, {**store, "type": kind}).hidden == "Secret `db-login`, key `password`"
