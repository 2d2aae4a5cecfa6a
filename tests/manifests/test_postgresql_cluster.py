import pytest

from function.base.manifest import Json, Manifest, at
from function.base.meta import Meta
from function.manifests.postgresql_cluster import KIND, manifest
from tests.schemas import violations

META = Meta("orders-db", "shop", {"team": "checkout"})
SNAPSHOTS: Manifest = {"backup": {"volumeSnapshot": {"online": False}}}


def made(
    *,
    instances: int = 1,
    image: str | None = None,
    parameters: dict[str, str] | None = None,
    backups: Manifest | None = None,
) -> dict[str, Json]:
    found = manifest(
        META,
        image=image,
        instances=instances,
        storage={"size": "5Gi"},
        database={"database": "orders", "owner": "shop"},
        parameters=parameters or {},
        resources={},
        backups=backups or {},
    )
    assert violations(found) == []
    return found


def test_the_manifest() -> None:
    alias: Manifest = {"selectorType": "rw", "serviceTemplate": {"metadata": {"name": "orders-db"}}}
    assert made() == {
        "apiVersion": "postgresql.cnpg.io/v1",
        "kind": "Cluster",
        "metadata": {"name": "orders-db", "namespace": "shop", "labels": {"team": "checkout"}},
        "spec": {
            "instances": 1,
            "enablePDB": False,
            "storage": {"size": "5Gi"},
            "bootstrap": {"initdb": {"database": "orders", "owner": "shop"}},
            "managed": {"services": {"additional": [alias]}},
        },
    }


@pytest.mark.parametrize("instances", [2, 3])
def test_only_replicas_make_a_disruption_budget_useful(instances: int) -> None:
    assert at(made(instances=instances), "spec", "enablePDB") is None


def test_what_is_set_is_added() -> None:
    spec = made(image="ghcr.io/example/postgresql:17.6", parameters={"max_connections": "50"}, backups=SNAPSHOTS)[
        "spec"
    ]
    assert isinstance(spec, dict)
    assert spec["imageName"] == "ghcr.io/example/postgresql:17.6"
    assert spec["postgresql"] == {"parameters": {"max_connections": "50"}}
    assert spec["backup"] == SNAPSHOTS["backup"]


def test_deleting_it_would_delete_the_data() -> None:
    assert KIND.holds_data
