from function.apis.infra_binding.deployment.high_availability import InKubernetes, InZooKeeper, ZooKeeper


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
