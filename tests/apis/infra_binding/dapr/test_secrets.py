import pytest

from function.base.manifest import Json
from tests.bindings import secret
from tests.dapr import REDIS, reported

VARIABLES: Json = {"provider": "env", "variables": [{"key": "password", "name": "REDIS_PASSWORD"}]}
STORE: Json = {**REDIS, "metadata": {"redisHost": "redis:6379", "redisPassword": "secret://redis/password"}}


def test_a_password_in_a_variable_of_the_application_is_an_error_at_its_place() -> None:
    assert reported({"redis": VARIABLES}, components={"store": STORE}) == [
        (
            "spec.dapr.components.store.metadata.redisPassword: Dapr reads Secrets, but secret 'redis' is environment "
            "variables. Hint: use a secret of another provider"
        )
    ]


@pytest.mark.parametrize("components", [{"store": STORE}, {"store": REDIS}, {}])
def test_a_secret_or_none_is_no_error(components: Json) -> None:
    assert reported({"redis": secret("redis")}, components=components) == []


def test_a_variable_that_something_else_reads_is_no_error() -> None:
    assert reported({"redis": VARIABLES}, components={"store": REDIS}) == []
