import pytest
from pydantic import ValidationError

from function.apis.infra_binding.postgresql.backup import Backup
from function.base.manifest import Json, Manifest

NIGHTLY: Manifest = {"schedule": "30 2 * * *"}
BARMAN = "barman-cloud.cloudnative-pg.io"
ARCHIVE: Manifest = {"name": BARMAN, "isWALArchiver": True, "parameters": {"barmanObjectName": "backups"}}


def backup(**fields: Json) -> Backup:
    return Backup.model_validate({**NIGHTLY, **fields})


def test_without_an_object_store_backups_are_snapshots_of_a_stopped_instance() -> None:
    assert backup().of_cluster() == {"backup": {"volumeSnapshot": {"online": False}}}
    assert backup(snapshot_class="fast").of_cluster() == {
        "backup": {"volumeSnapshot": {"className": "fast", "online": False}}
    }
    assert backup().method() == backup(snapshot_class="fast").method() == {"method": "volumeSnapshot"}


def test_an_object_store_gets_the_backups_and_the_write_ahead_log() -> None:
    found = backup(object_store="backups")
    assert found.of_cluster() == {"plugins": [ARCHIVE]}
    assert found.method() == {"method": "plugin", "pluginConfiguration": {"name": BARMAN}}


def test_with_a_log_snapshots_stop_no_instance() -> None:
    found = backup(object_store="backups", snapshot_class="fast")
    assert found.of_cluster() == {
        "backup": {"volumeSnapshot": {"className": "fast", "online": True}},
        "plugins": [ARCHIVE],
    }
    assert found.method() == {"method": "volumeSnapshot"}


def test_the_operator_reads_seconds_first() -> None:
    assert backup().schedule_with_seconds() == "0 30 2 * * *"


@pytest.mark.parametrize(
    "fields",
    [
        *({"schedule": "@daily"}, {"schedule": "0 0 2 * * *"}, {"schedule": None}),
        *({"object_store": "s3://a"}, {"snapshot_class": "a b"}, {"retention": "7d"}),
    ],
)
def test_what_is_no_backup(fields: Manifest) -> None:
    with pytest.raises(ValidationError):
        backup(**fields)
