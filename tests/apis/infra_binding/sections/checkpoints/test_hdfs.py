import pytest

from function.apis.infra_binding.sections.checkpoints.hdfs import Model
from function.base.manifest import Json
from function.render import check
from tests.bindings import binding, composite, manifests, process
from tests.checkpoints import BEHAVIOR, CHANGES, REFUSED
from tests.plug_ins.cases import Cases
from tests.support import look

CASES = Cases(
    whole={
        "type": "hdfs",
        "path": "hdfs://namenode:9000/checkpoints/batch/",
        "hdfs": {"replication": 3, "config_path": "/etc/hadoop/conf"},
        "kerberos": {"principal": "flink@EXAMPLE.ORG", "keytab": "/etc/security/keytabs/flink.keytab"},
        **BEHAVIOR,
    },
    changes={
        "path": "hdfs://nameservice1/checkpoints/",
        "replication": 2,
        "hdfs.replication": 1,
        "hdfs.config_path": "/opt/hadoop/conf",
        "kerberos.principal": "flink",
        "kerberos.keytab": "/flink.keytab",
        **CHANGES,
    },
    refused=[
        *(("path", None), ("path", "/checkpoints"), ("path", "s3://a/b"), ("path", "hdfs://user:pw@namenode/")),
        *(
            ("path", "hdfs://namenode"),
            ("path", "hdfs:///a"),
            ("path", "hdfs://a/b c"),
            ("replication", 0),
            ("replication", "3"),
        ),
        *(("hdfs.block_size", "128mb"), ("hdfs.config_path", "etc"), ("kerberos", {}), ("kerberos.keytab", "../x")),
        ("kerberos.principal", "flink/_HOST@EXAMPLE.ORG"),
        *(("kerberos.enabled", True), ("kerberos.password", "CANARY"), ("bucket", "a"), ("type", "hadoop")),
        *(("provision", True), *REFUSED),
    ],
)
HDFS: dict[str, Json] = {"type": "hdfs", "path": "hdfs://namenode:9000/checkpoints/"}


def test_the_path_is_used_as_given() -> None:
    assert Model.model_validate(HDFS).storage().uri == "hdfs://namenode:9000/checkpoints/"


@pytest.mark.parametrize(
    "fields", [{"replication": 2}, {"hdfs": {"replication": 2}}, {"replication": 2, "hdfs": {"replication": 3}}]
)
def test_replication_is_a_setting_of_hadoop(fields: dict[str, Json]) -> None:
    found = Model.model_validate({**HDFS, **fields}).configuration()
    assert found["flink.hadoop.dfs.replication"] == "2"


def test_a_name_node_is_not_the_pod_itself() -> None:
    """An API server cannot judge it."""
    stores: Json = {"a": {"type": "hdfs", "path": "hdfs://127.0.0.1:9000/checkpoints/"}}
    assert [problem.code for problem in check(composite(binding(checkpoints=stores)), {})] == ["EP225"]


def test_hadoop_is_in_the_image_so_no_plug_in_is_enabled() -> None:
    spec = binding(deployment={"type": "kubernetes"}, checkpoints={"a": HDFS}, resources={"p": process()})
    assert look(manifests(spec)["flinkdeployment-p"], "spec.podTemplate.spec.containers.0.env") is None


def test_its_configuration_is_found_where_the_entry_says() -> None:
    storage = Model.model_validate({**HDFS, "hdfs": {"config_path": "/etc/hadoop/conf"}}).storage()
    assert storage.environment == {"HADOOP_CONF_DIR": "/etc/hadoop/conf"}
