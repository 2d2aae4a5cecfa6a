import pytest

from function.base.manifest import Json, Manifest, mapping_at
from tests.bindings import PLATFORM, binding, composite, secret
from tests.dapr import REDIS, reported
from tests.support import outcome

VARIABLES: Json = {"provider": "env", "variables": [{"key": "password", "name": "REDIS_PASSWORD"}]}
STORE: Json = {**REDIS, "metadata": {"redisHost": "redis:6379", "redisPassword": "secret://redis/password"}}
SERVICE: Manifest = {"type": "redis", "password": "secret://redis/password", "storage": {"size": "1Gi"}}
ALLOWED: Manifest = {"policy": {"bindingServices": {"types": ["redis"]}}}


def test_a_password_in_a_variable_of_the_application_is_an_error_at_its_place() -> None:
    assert reported({"redis": VARIABLES}, components={"store": STORE}) == [
        (
            "spec.dapr.components.store.metadata.redisPassword: Dapr reads Secrets, but secret 'redis' is environment "
            "variables. Hint: use a secret of another provider"
        )
    ]


def test_so_it_is_for_a_service() -> None:
    platform = {**PLATFORM, "spec": {**mapping_at(PLATFORM, "spec"), **ALLOWED}}
    document = composite(binding(secrets={"redis": VARIABLES}, services={"redis": SERVICE}))
    assert [str(problem) for problem in outcome(document, platform).problems] == [
        (
            "spec.services.redis.password: the pod of a service reads Secrets, but secret 'redis' is environment "
            "variables. Hint: use a secret of another provider"
        )
    ]


@pytest.mark.parametrize("components", [{"store": STORE}, {"store": REDIS}, {}])
def test_a_secret_or_none_is_no_error(components: Json) -> None:
    assert reported({"redis": secret("redis")}, components=components) == []


def test_a_variable_that_something_else_reads_is_no_error() -> None:
    assert reported({"redis": VARIABLES}, components={"store": REDIS}) == []
