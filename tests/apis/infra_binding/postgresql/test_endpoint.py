import pytest

from function.base.manifest import Manifest
from tests.connections import endpoint, topics

SERVICE: Manifest = {"type": "postgresql", "database": "orders", "owner": "orders_user", "storage": {"size": "5Gi"}}
SAFE: Manifest = {
    **SERVICE,
    "instances": 3,
    "resources": {"requests": {"cpu": "250m", "memory": "256Mi"}},
    "backup": {"schedule": "0 2 * * *", "object_store": "backups"},
}


def test_what_is_missing_for_production() -> None:
    assert topics(endpoint("services", SERVICE)) == ["Availability", "Recovery", "Scaling"]
    assert topics(endpoint("services", SAFE)) == []


@pytest.mark.parametrize(
    ("fields", "stops"),
    [
        ({"instances": 1, "backup": {"schedule": "0 2 * * *"}}, True),
        ({"instances": 1, "backup": {"schedule": "0 2 * * *", "snapshot_class": "fast"}}, True),
        ({"instances": 1}, False),
        ({"instances": 1, "backup": {"schedule": "0 2 * * *", "object_store": "a", "snapshot_class": "fast"}}, False),
        ({"instances": 2, "backup": {"schedule": "0 2 * * *"}}, False),
    ],
)
def test_a_server_without_replicas_is_stopped_for_snapshots(fields: Manifest, stops: bool) -> None:
    steps = endpoint("services", {**SAFE, **fields}).steps
    assert ("is stopped for each backup" in str(steps)) == stops


@pytest.mark.parametrize(
    ("fields", "text"),
    [
        ({"pool": {"size": 97}}, ""),
        ({"pool": {"size": 98}}, "98 connections, but the server accepts 97"),
        ({"pool": {"size": 50, "instances": 2}}, "100 connections, but the server accepts 97"),
        ({"pool": {"size": 98}, "max_connections": 101}, ""),
        ({"pool": {"size": 98}, "max_connections": 100}, "98 connections, but the server accepts 97"),
        ({"max_connections": 1}, ""),
    ],
)
def test_a_pool_larger_than_the_server_is_told(fields: Manifest, text: str) -> None:
    told = endpoint("services", {**SAFE, **fields})
    assert topics(told) == (["Scaling"] if text else [])
    assert text in str(told.steps)


def test_the_password_is_read_from_the_secret_of_the_operator() -> None:
    told = endpoint("services", SERVICE)
    assert told.address == "main:5432"
    read = "kubectl get secret -n shop main-app -o 'go-template={{index .data \"password\" | base64decode}}'"
    assert f'export PGPASSWORD="$({read})"' in told.development
    assert told.development[-1] == "psql -h localhost -p 5432 -d orders"


@pytest.mark.parametrize(
    ("backup", "expected"),
    [
        (None, "no backups are made"),
        (
            {"schedule": "0 2 * * *"},
            "backups at `0 2 * * *`, in the operator's time zone, to snapshots of the volume, which nothing removes",
        ),
        (SAFE["backup"], "backups at `0 2 * * *`, in the operator's time zone, to the object store `backups`"),
    ],
)
def test_backups(backup: Manifest | None, expected: str) -> None:
    service = SERVICE if backup is None else {**SERVICE, "backup": backup}
    assert endpoint("services", service).backup == (expected,)


def test_the_pods_and_their_connections() -> None:
    told = endpoint("services", {**SAFE, "max_connections": 50, "pool": {"size": 10, "instances": 2}})
    (usage,) = told.usage
    assert (usage.number, usage.cpu, usage.memory, usage.cpu_limit) == (3, "250m", "256Mi", None)
    assert told.pool == {"Connections of the server": "50", "Connections of the pool": "10 of each of its 2"}


def test_statements_are_shown_if_they_are_recorded() -> None:
    assert "pg_stat_statements" not in str(endpoint("services", SERVICE).health)
    assert "pg_stat_statements" in str(endpoint("services", {**SERVICE, "pg_stat_statements": True}).health)
