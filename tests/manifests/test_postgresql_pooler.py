from function.base.meta import Meta
from function.manifests.postgresql_pooler import manifest
from tests.schemas import violations


def test_the_manifest() -> None:
    made = manifest(
        Meta("db-pool", "shop"), cluster="db", instances=2, mode="session", parameters={"default_pool_size": "10"}
    )
    assert violations(made) == []
    assert made == {
        "apiVersion": "postgresql.cnpg.io/v1",
        "kind": "Pooler",
        "metadata": {"name": "db-pool", "namespace": "shop"},
        "spec": {
            "cluster": {"name": "db"},
            "instances": 2,
            "type": "rw",
            "pgbouncer": {"poolMode": "session", "parameters": {"default_pool_size": "10"}},
        },
    }
