"""Parts of a pod template."""

import pytest

from function.base.manifest import Json, Manifest
from function.importing.pod import init_container, pod_labels, security_context, topology_spread, volumes
from tests.importing.objects import container


def mounted(volume: Manifest, **mount: Json) -> list[Json]:
    main = container(volumeMounts=[{"name": "a", "mountPath": "/a", **mount}])
    return volumes({"volumes": [{"name": "a", **volume}]}, main)


@pytest.mark.parametrize(
    ("volume", "source"),
    [
        ({"emptyDir": {}}, {"emptyDir": {}}),
        ({"emptyDir": {"sizeLimit": "1Gi", "medium": ""}}, {"emptyDir": {"sizeLimit": "1Gi"}}),
        ({"secret": {"secretName": "s", "optional": True}}, {"secret": {"name": "s", "optional": True}}),
        (
            {"configMap": {"name": "c", "defaultMode": 256, "items": [{"key": "k", "path": "p", "mode": 1}]}},
            {"configMap": {"name": "c", "items": [{"key": "k", "path": "p"}]}},
        ),
    ],
)
def test_volumes_are_translated(volume: Manifest, source: Manifest) -> None:
    assert mounted(volume, readOnly=False) == [{"name": "a", "mountPath": "/a", **source}]


@pytest.mark.parametrize(
    ("volume", "mount"),
    [
        ({"persistentVolumeClaim": {"claimName": "x"}}, {}),
        ({"hostPath": {"path": "/"}}, {}),
        ({"emptyDir": "x"}, {}),
        ({}, {}),
        ({"secret": {"secretName": "s"}}, {"subPath": "tls.key"}),
        ({"emptyDir": {}}, {"name": "other"}),
    ],
)
def test_what_a_claim_cannot_mount_is_left_out(volume: Manifest, mount: dict[str, Json]) -> None:
    assert mounted(volume, **mount) == []


def test_a_volume_is_mounted_once() -> None:
    mounts: list[Json] = [{"name": "a", "mountPath": "/a", "readOnly": True}, {"name": "a", "mountPath": "/b"}]
    found = volumes({"volumes": [{"name": "a", "emptyDir": {}}]}, container(volumeMounts=mounts))
    assert found == [{"name": "a", "mountPath": "/a", "readOnly": True, "emptyDir": {}}]


def test_the_first_init_container_that_ends_is_taken() -> None:
    sidecar: Manifest = {"name": "s", "image": "s:1", "restartPolicy": "Always"}
    init: Manifest = {"name": "m", "image": "m:1", "command": ["x"], "env": [{"name": "A", "value": "1"}]}
    found = init_container({"initContainers": [sidecar, init]}, container(), None)
    assert found == {"image": "m:1", "command": ["x"], "env": [{"name": "A", "value": "1"}]}
    assert init_container({"initContainers": [sidecar]}, container(), None) is None
    assert init_container({}, container(), None) is None


def test_labels_of_the_platform_are_left_out() -> None:
    template: Manifest = {"metadata": {"labels": {"app": "web", "app.kubernetes.io/name": "web"}}}
    assert pod_labels(template) == {"app": "web"}
    assert pod_labels({"metadata": {"labels": "x"}}) == {}


def test_spreading_has_no_selector() -> None:
    constraint: Manifest = {"topologyKey": "zone", "maxSkew": 2, "labelSelector": {}, "minDomains": 2}
    assert topology_spread({"topologySpreadConstraints": [constraint, 1]}) == [{"topologyKey": "zone", "maxSkew": 2}]


@pytest.mark.parametrize(
    ("pod", "own", "found"),
    [
        ({}, {}, {"useImageUser": True}),
        ({"runAsUser": 5, "fsGroup": 6}, {}, {"runAsUser": 5, "fsGroup": 6}),
        ({"runAsUser": 5}, {"runAsUser": 7}, {"runAsUser": 7}),
        (
            {"fsGroup": 6},
            {"readOnlyRootFilesystem": True},
            {"fsGroup": 6, "useImageUser": True, "readOnlyRootFilesystem": True},
        ),
        ("x", 1, {"useImageUser": True}),
    ],
)
def test_users_and_groups(pod: Json, own: Json, found: Manifest) -> None:
    assert security_context({"securityContext": pod}, {"securityContext": own}) == found
