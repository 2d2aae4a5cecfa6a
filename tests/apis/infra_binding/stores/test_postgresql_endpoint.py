from function.base.manifest import Manifest
from tests.connections import READ, endpoint, topics

STORE: Manifest = {
    "type": "postgresql",
    "jdbc_url": "jdbc:postgresql://db.data.svc/orders?user=hunter2&password=hunter2",
}
AUTH: Manifest = {"username": "secret://db/user", "password": "secret://db/password"}


def test_nothing_behind_the_database_is_repeated() -> None:
    told = endpoint("lookups", {**STORE, "jdbc_url": "jdbc:postgresql://db.data.svc/orders?options=hunter2"})
    assert told.address == "db.data.svc:5432"
    assert told.facts["Database"] == "`orders`"
    assert "hunter2" not in str(told)


def test_a_certificate_is_not_that_of_localhost() -> None:
    store = {**STORE, "jdbc_url": "jdbc:postgresql://db.data.svc/orders", "auth": AUTH, "ssl": {"mode": "verify-full"}}
    told = endpoint("lookups", store)
    assert "export PGSSLMODE=require" in told.development
    assert f'export PGPASSWORD="$({READ})"' in told.development
    assert told.health[2] == "psql -h localhost -p 5432 -d orders -c '\\d main'"
    assert topics(told) == []


def test_elsewhere_it_counts() -> None:
    store = {**STORE, "jdbc_url": "jdbc:postgresql://db.example.org/orders", "ssl": {"mode": "verify-full"}}
    assert "export PGSSLMODE=verify-full" in endpoint("lookups", store).development


def test_an_address_that_only_a_secret_has() -> None:
    told = endpoint("lookups", {**STORE, "jdbc_url": "secret://db/password"})
    assert told.development[-1] == 'psql -d "${JDBC_URL#jdbc:}"'
    assert topics(told) == []


def test_without_encryption_and_login() -> None:
    store = {**STORE, "jdbc_url": "jdbc:postgresql://db/orders", "ssl": {"mode": "disable"}}
    assert topics(endpoint("lookups", store)) == ["Security", "Security"]
