from function.base.manifest import Manifest
from tests.connections import READ, endpoint, topics

REDIS: Manifest = {"type": "redis", "uri": "redis://redis"}
AUTH: Manifest = {"username": "hunter2-user", "password": "secret://db/password"}


def test_without_encryption_and_login() -> None:
    told = endpoint("lookups", REDIS)
    assert told.address == "redis:6379"
    assert told.development[-1] == "redis-cli -h localhost -p 6379 ping"
    assert topics(told) == ["Security", "Security", "Recovery"]


def test_with_both() -> None:
    told = endpoint("lookups", {**REDIS, "uri": "rediss://redis", "auth": AUTH, "database": 3, "pool_size": 50})
    assert topics(told) == ["Recovery"]
    assert told.development[-1] == (
        'redis-cli -h localhost -p 6379 --tls --insecure --user "$REDIS_USERNAME" -n 3 ping'
    )
    assert f'export REDISCLI_AUTH="$({READ})"' in told.development
    assert "hunter2" not in str(told)
    assert told.pool["Connections of each client"] == "50"


def test_an_address_that_only_a_secret_has() -> None:
    told = endpoint("lookups", {**REDIS, "uri": "secret://db/password"})
    assert (told.address, told.hidden) == ("", "Secret `db-login`, key `password`")
    assert told.health[0] == 'redis-cli -u "$REDIS_URI" ping'
    assert topics(told) == ["Recovery"]


def test_a_cluster() -> None:
    assert (
        "redis-cli -c -h localhost -p 6379 cluster info" in endpoint("lookups", {**REDIS, "cluster_mode": True}).health
    )


def test_another_host_is_not_forwarded_and_its_certificate_counts() -> None:
    told = endpoint("lookups", {**REDIS, "uri": "rediss://redis.example.org:6380"})
    assert told.development[-1] == "redis-cli -h redis.example.org -p 6380 --tls ping"
