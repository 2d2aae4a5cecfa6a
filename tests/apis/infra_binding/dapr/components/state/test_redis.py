import pytest

from function.base.manifest import Json
from tests.bindings import binding, manifests, secret
from tests.dapr import files, made, reported
from tests.plug_ins.cases import Cases
from tests.support import look

CASES = Cases(
    in_l5=False,
    whole={
        "type": "state.redis",
        "scopes": ["progress-agent"],
        "metadata": {
            "redisHost": "redis:6379",
            "redisUsername": "learnflow",
            "redisPassword": "secret://db/password",
            "enableTLS": True,
            "redisDB": 1,
            "redisType": "node",
            "failover": True,
            "sentinelMasterName": "main",
            "redisMaxRetries": 3,
            "dialTimeout": "5s",
            "readTimeout": "100ms",
            "writeTimeout": "100ms",
            "poolSize": 10,
            "minIdleConns": 1,
            "ttlInSeconds": 600,
            "actorStateStore": True,
        },
    },
    changes={
        "scopes[0]": "triage-service",
        "metadata.redisHost": "redis-0:6379,redis-1:6379",
        "metadata.redisUsername": "secret://db/username",
        "metadata.redisPassword": "secret://db/other",
        "metadata.enableTLS": False,
        "metadata.redisDB": 0,
        "metadata.redisType": "cluster",
        "metadata.failover": False,
        "metadata.sentinelMasterName": "other",
        "metadata.redisMaxRetries": 5,
        "metadata.maxRetries": 3,
        "metadata.dialTimeout": "1m",
        "metadata.readTimeout": "1s",
        "metadata.writeTimeout": "1s",
        "metadata.poolSize": 20,
        "metadata.minIdleConns": 0,
        "metadata.ttlInSeconds": 60,
        "metadata.actorStateStore": False,
    },
    for_applications=["metadata.maxRetries"],
    refused=[
        *(("type", "redis"), ("type", "state.rediss"), ("metadata", None), ("metadata", []), ("scopes", "orders")),
        *(("scopes[0]", "Progress"), ("scopes[0]", "a_b"), ("version", "v2")),
        *(("metadata.redisHost", "redis"), ("metadata.redisHost", "redis://redis:6379"), ("metadata.redisHost", None)),
        *(("metadata.redisPassword", "hunter2"), ("metadata.enableTLS", "true"), ("metadata.redisDB", 16)),
        *(("metadata.redisType", "sentinel"), ("metadata.sentinelMasterName", "a b"), ("metadata.maxRetries", 4)),
        *(("metadata.readTimeout", "100"), ("metadata.readTimeout", "1d"), ("metadata.poolSize", "10")),
        *(("metadata.poolSize", -1), ("metadata.redis_host", "redis:6379"), ("metadata.keyPrefix", "name")),
    ],
)


def metadata(**fields: Json) -> Json:
    """Return what the Component has for these settings."""
    store: Json = {"type": "state.redis", "metadata": {"redisHost": "redis:6379", **fields}}
    return look(made(components={"store": store}), "daprcomponent-store.spec.metadata")


def test_all_values_are_texts() -> None:
    assert metadata(poolSize=10, enableTLS=False, readTimeout="100ms") == [
        {"name": "redisHost", "value": "redis:6379"},
        {"name": "enableTLS", "value": "false"},
        {"name": "readTimeout", "value": "100ms"},
        {"name": "poolSize", "value": "10"},
    ]


def test_retries_have_the_name_that_dapr_reads() -> None:
    assert metadata(maxRetries=3) == [
        {"name": "redisHost", "value": "redis:6379"},
        {"name": "redisMaxRetries", "value": "3"},
    ]
    found = files(components={"store": {"type": "state.redis", "metadata": {"redisHost": "r:1", "maxRetries": 3}}})
    assert found["warnings.yaml"] == {
        "dapr.components.store.metadata.maxRetries": "the component gets redisMaxRetries, the name that Dapr reads"
    }


def test_a_password_is_a_reference_to_a_secret_of_the_namespace() -> None:
    settings: Json = {"redisHost": "redis:6379", "redisPassword": "secret://redis/password"}
    found = manifests(
        binding(
            secrets={"redis": secret("redis-credentials")},
            dapr={"components": {"store": {"type": "state.redis", "metadata": settings}}},
        ),
    )["daprcomponent-store"]
    assert look(found, "spec.metadata.1") == {
        "name": "redisPassword",
        "secretKeyRef": {"name": "redis-credentials", "key": "password"},
    }
    assert look(found, "auth.secretStore") == "kubernetes"


@pytest.mark.parametrize(
    ("fields", "problem"),
    [
        (
            {"maxRetries": 3, "redisMaxRetries": 4},
            (
                "spec.dapr.components.store.metadata.maxRetries: redisMaxRetries and maxRetries are the same setting "
                "with different values. Hint: remove maxRetries"
            ),
        ),
        ({"failover": True}, "spec.dapr.components.store.metadata.sentinelMasterName: required with failover"),
        (
            {"redisPassword": "secret://redis/password"},
            (
                "spec.dapr.components.store.metadata.redisPassword: a secret reference must name an entry of "
                "spec.secrets; got 'redis'"
            ),
        ),
    ],
)
def test_what_does_not_fit_is_refused_at_its_place(fields: dict[str, Json], problem: str) -> None:
    store: Json = {"type": "state.redis", "metadata": {"redisHost": "redis:6379", **fields}}
    assert reported({}, components={"store": store}) == [problem]
