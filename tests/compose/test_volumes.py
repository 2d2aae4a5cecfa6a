"""Volumes are memory or folders beside the file."""

import pytest

from function.base.manifest import Json
from function.compose.volumes import bytes_of, folder_of, folders, told, volumes
from tests.compose.objects import container

POD: Json = {
    "volumes": [
        {"name": "scratch", "emptyDir": {"sizeLimit": "1Mi"}},
        {"name": "cache", "emptyDir": {}},
        {"name": "rules", "configMap": {"name": "orders-rules"}},
        {"name": "keys", "secret": {"secretName": "orders-keys", "items": [{"key": "tls.key", "path": "a.key"}]}},
        {"name": "data", "persistentVolumeClaim": {"claimName": "orders"}},
    ]
}


def mounted(*names: str, **fields: Json) -> Json:
    return container(volumeMounts=[{"name": name, "mountPath": f"/{name}$", **fields} for name in names])


def test_an_empty_volume_is_memory() -> None:
    scratch, cache = volumes(mounted("scratch", "cache"), POD)
    assert scratch == {"type": "tmpfs", "target": "/scratch$$", "tmpfs": {"size": "1048576b"}}
    assert cache == {"type": "tmpfs", "target": "/cache$$"}


def test_a_secret_and_a_configmap_are_folders_that_are_only_read() -> None:
    rules, keys = volumes(mounted("rules", "keys"), POD)
    assert rules == {"type": "bind", "source": "./orders-rules", "target": "/rules$$", "read_only": True}
    assert keys["source"] == "./orders-keys"
    assert dict(folders(mounted("rules", "keys", "scratch"), POD)) == {
        "orders-rules": "a file for each key of ConfigMap orders-rules",
        "orders-keys": "a file for a.key (key tls.key) of Secret orders-keys",
    }


def test_what_has_no_equivalent_is_told() -> None:
    assert [*volumes(mounted("data", "none"), POD)] == []
    assert [*told(mounted("data", "none", "rules"), POD)] == [
        "volume data: is not mounted, because compose has no such volume",
        "volume none: is not mounted, because compose has no such volume",
    ]
    assert [*told(mounted("rules", subPath="a"), POD)] == ["volume rules: subPath: the whole volume is mounted"]
    assert [*told(mounted("rules", readOnly=True, mountPropagation="None"), POD)] == [
        "volume rules: mountPropagation: this command does not translate it"
    ]


@pytest.mark.parametrize("volume", [{"secret": {"secretName": "a"}}, {"configMap": {"name": "a"}}])
def test_modes_of_files_are_told(volume: dict[str, dict[str, Json]]) -> None:
    with_mode = {kind: {**fields, "defaultMode": 256} for kind, fields in volume.items()}
    pod: Json = {"volumes": [{"name": "a", **with_mode}]}
    assert [*told(mounted("a"), pod)] == ["volume a: defaultMode: files have the mode that they have in the folder"]


def test_no_name_is_a_variable() -> None:
    pod: Json = {"volumes": [{"name": "a", "secret": {"secretName": "b${HOME}"}}]}
    (found,) = volumes(mounted("a"), pod)
    assert (found["source"], found["target"]) == ("./b$${HOME}", "/a$$")


def test_memory_may_be_read_only() -> None:
    (found,) = volumes(mounted("cache", readOnly=True), POD)
    assert found == {"type": "tmpfs", "target": "/cache$$", "read_only": True}


def test_amounts_are_bytes() -> None:
    assert [bytes_of(amount) for amount in ("1Gi", "1G", "1500m")] == ["1073741824b", "1000000000b", "1b"]
    assert folder_of({"emptyDir": {}}) == ""
