from function.base.meta import Meta
from function.manifests.postgresql_scheduled_backup import manifest
from tests.schemas import violations


def test_the_manifest() -> None:
    made = manifest(Meta("db", "shop"), cluster="db", schedule="0 0 2 * * *", method={"method": "volumeSnapshot"})
    assert violations(made) == []
    assert made == {
        "apiVersion": "postgresql.cnpg.io/v1",
        "kind": "ScheduledBackup",
        "metadata": {"name": "db", "namespace": "shop"},
        "spec": {
            "cluster": {"name": "db"},
            "schedule": "0 0 2 * * *",
            "backupOwnerReference": "none",
            "method": "volumeSnapshot",
        },
    }
