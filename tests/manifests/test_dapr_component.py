import pytest

from function.base.manifest import Manifest
from function.base.meta import Meta
from function.manifests.dapr_component import manifest
from tests.schemas import violations

META = Meta("payments", "shop")
HOST: Manifest = {"name": "redisHost", "value": "redis:6379"}
PASSWORD: Manifest = {"name": "redisPassword", "secretKeyRef": {"name": "redis", "key": "password"}}


def made(*metadata: Manifest, scopes: tuple[str, ...] = ()) -> Manifest:
    found = manifest(META, name="store", component="state.redis", metadata=metadata, scopes=scopes)
    assert violations(found) == []
    return found


def test_the_manifest() -> None:
    found = made(HOST, PASSWORD, scopes=("orders",))
    assert found["scopes"] == ["orders"]
    assert found["auth"] == {"secretStore": "kubernetes"}
    assert found["spec"] == {"type": "state.redis", "version": "v1", "metadata": [HOST, PASSWORD]}


@pytest.mark.parametrize("absent", ["scopes", "auth"])
def test_what_is_not_needed_is_left_out(absent: str) -> None:
    assert absent not in made(HOST)


def test_the_list_of_settings_is_required_even_if_it_is_empty() -> None:
    assert made()["spec"] == {"type": "state.redis", "version": "v1", "metadata": []}
