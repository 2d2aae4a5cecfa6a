import pytest

from function.base.manifest import Json
from tests.documents import worker
from tests.support import assert_rejects, assert_renders, look, manifests

POD = "deployment.spec.template.spec"
HOST = "unknown field. Hint: pods have no access to the network, processes and files of their node"
ONE_OF = "a volume requires exactly one of emptyDir, secret, configMap"
PATH = "must be an absolute path below /, without ':' and empty, '.' or '..' parts"


def volume(**source: Json) -> dict[str, Json]:
    return worker(volumes=[{"name": "data", "mountPath": "/data", **source}])


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({"emptyDir": {}}, {"emptyDir": {}}),
        (
            {"emptyDir": {"sizeLimit": "1Gi", "medium": "Memory"}},
            {"emptyDir": {"medium": "Memory", "sizeLimit": "1Gi"}},
        ),
        ({"secret": {"name": "tls"}}, {"secret": {"secretName": "tls"}}),
        ({"secret": {"name": "tls", "optional": True}}, {"secret": {"secretName": "tls", "optional": True}}),
        ({"configMap": {"name": "conf", "optional": False}}, {"configMap": {"name": "conf"}}),
        (
            {"configMap": {"name": "conf", "items": [{"key": "a.ini", "path": "etc/a.ini"}]}},
            {"configMap": {"name": "conf", "items": [{"key": "a.ini", "path": "etc/a.ini"}]}},
        ),
    ],
)
def test_the_sources(given: dict[str, Json], expected: dict[str, Json]) -> None:
    made: dict[str, Json] = {
        f"{POD}.volumes": [{"name": "data", **expected}],
        f"{POD}.containers.0.volumeMounts": [{"name": "data", "mountPath": "/data"}],
    }
    assert_renders(volume(**given), made)


def test_the_init_container_sees_the_same_volumes() -> None:
    spec = worker(
        initContainer={"args": ["up"]},
        volumes=[
            {"name": "tls", "mountPath": "/tls", "readOnly": True, "secret": {"name": "tls"}},
            {"name": "tmp", "mountPath": "/tmp", "emptyDir": {}},  # noqa: S108 - a path in the container
        ],
    )
    made = manifests(spec)
    mounts = look(made, f"{POD}.containers.0.volumeMounts")
    assert mounts == [{"name": "tls", "mountPath": "/tls", "readOnly": True}, {"name": "tmp", "mountPath": "/tmp"}]  # noqa: S108 - as above
    assert look(made, f"{POD}.initContainers.0.volumeMounts") == mounts


@pytest.mark.parametrize(
    ("source", "path", "message"),
    [
        ({}, "", ONE_OF),
        ({"emptyDir": {}, "secret": {"name": "a"}}, "", ONE_OF),
        ({"emptyDir": {}, "secret": {"name": "a"}, "configMap": {"name": "a"}}, "", ONE_OF),
        ({"emptyDir": {}, "hostPath": {"path": "/"}}, ".hostPath", HOST),
        ({"secret": {}}, ".secret.name", "required field missing"),
        ({"secret": {"name": "A"}}, ".secret.name", "must be lowercase letters, digits, dashes and dots; got 'A'"),
        ({"emptyDir": {"medium": "memory"}}, ".emptyDir.medium", "must be one of [Memory], got 'memory'"),
        ({"emptyDir": {}, "mountPath": "data"}, ".mountPath", f"{PATH}; got 'data'"),
    ],
)
def test_what_is_refused(source: dict[str, Json], path: str, message: str) -> None:
    assert_rejects(volume(**source), f"spec.volumes[0]{path}", message)


@pytest.mark.parametrize("path", ["../a", "/a", "", "a/../b", ".", "a//b", "a/./b"])
def test_a_key_stays_below_the_mount_path(path: str) -> None:
    spec = volume(secret={"name": "a", "items": [{"key": "k", "path": path}]})
    with pytest.raises(AssertionError):
        manifests(spec)
