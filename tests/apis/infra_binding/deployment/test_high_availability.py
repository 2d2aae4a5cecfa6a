import pytest

from function.apis.infra_binding.deployment.high_availability import (
    HighAvailability,
    InKubernetes,
    InZooKeeper,
    ZooKeeper,
)


def test_the_leader_is_in_config_maps_or_in_zookeeper() -> None:
    assert InKubernetes().settings() == {"high-availability.type": "kubernetes"}
    assert InZooKeeper(zookeeper=ZooKeeper(quorum="a:2181,b:2181", root_path="/flink")).settings() == {
        "high-availability.type": "zookeeper",
        "high-availability.zookeeper.quorum": "a:2181,b:2181",
        "high-availability.zookeeper.path.root": "/flink",
    }


def test_what_is_not_set_is_flinks_default() -> None:
    found = InZooKeeper(zookeeper=ZooKeeper(quorum="a:2181")).settings()
    assert "high-availability.zookeeper.path.root" not in found


ENSEMBLE = ZooKeeper(quorum="a:2181")


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        (InKubernetes(), [True, False]),
        (InKubernetes(type="kubernetes"), [True, True]),
        (InKubernetes(storage_dir="s3://state"), [True, True]),
        (InKubernetes(type="kubernetes", enabled=False), [False, False]),
        (InZooKeeper(zookeeper=ENSEMBLE), [True, True]),
        (InZooKeeper(zookeeper=ENSEMBLE, enabled=False), [False, False]),
    ],
)
def test_the_platform_decides_only_if_the_binding_does_not(asked: HighAvailability, expected: list[bool]) -> None:
    assert [asked.is_on(default=default) for default in (True, False)] == expected


def test_a_type_without_an_alternative_has_a_reason_why_it_changes_nothing() -> None:
    assert [place for place, _ in InZooKeeper(zookeeper=ENSEMBLE, type="zookeeper").unmanaged()] == ["type"]
    assert list(InZooKeeper(zookeeper=ENSEMBLE).unmanaged()) == list(InKubernetes(type="kubernetes").unmanaged()) == []
