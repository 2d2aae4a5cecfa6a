import pytest

from function.apis.infra_binding.deployment.volumes import Volume, VolumeMount
from function.base.manifest import Manifest
from function.base.validation import parse


@pytest.mark.parametrize(
    ("fields", "source"),
    [
        ({"config_map": {"name": "a"}}, {"configMap": {"name": "a"}}),
        ({"secret": {"secret_name": "a"}}, {"secret": {"secretName": "a"}}),
        ({"persistent_volume_claim": {"claim_name": "a"}}, {"persistentVolumeClaim": {"claimName": "a"}}),
        ({"empty_dir": {}}, {"emptyDir": {}}),
        ({"empty_dir": {"size_limit": "1Gi"}}, {"emptyDir": {"sizeLimit": "1Gi"}}),
    ],
)
def test_a_volume_is_spelled_as_in_kubernetes(fields: Manifest, source: Manifest) -> None:
    volume, problems = parse(Volume, {"name": "v", **fields}, "v")
    assert volume is not None, problems
    assert volume.manifest() == {"name": "v", **source}


@pytest.mark.parametrize(
    "fields",
    [
        {},
        {"empty_dir": {}, "secret": {"secret_name": "a"}},
        {"host_path": {"path": "/"}},
        {"csi": {}},
        {"secret": {"name": "a"}},
        {"projected": {}},
    ],
)
def test_other_sources_and_none_and_two_are_refused(fields: Manifest) -> None:
    assert parse(Volume, {"name": "v", **fields}, "v")[1] != []


@pytest.mark.parametrize("path", ["/opt/flink/conf", "/opt/flink/conf/", "/opt/flink/conf/a.yaml"])
def test_a_volume_cannot_hide_the_configuration(path: str) -> None:
    (problem,) = parse(VolumeMount, {"name": "v", "mount_path": path}, "m")[1]
    assert problem.path == "m.mount_path"


@pytest.mark.parametrize("path", ["/opt/flink/confx", "/opt/flink/usrlib"])
def test_it_can_be_beside_it(path: str) -> None:
    mount, problems = parse(VolumeMount, {"name": "v", "mount_path": path, "read_only": False}, "m")
    assert mount is not None, problems
    assert mount.manifest() == {"name": "v", "mountPath": path}
