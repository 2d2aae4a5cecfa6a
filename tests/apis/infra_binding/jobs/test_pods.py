import pytest

from function.apis.infra_binding.jobs.job import JOB
from function.base.manifest import Json, Manifest
from tests.bindings import binding, manifests, process
from tests.documents import platform
from tests.support import look


def made(template: Json = None, settings: Manifest | None = None, **sections: Json) -> Manifest:
    """Return the FlinkDeployment of the process p."""
    placed: Manifest = {"type": "kubernetes", "pod_template": template or {}}
    spec = binding(**{"deployment": placed, "resources": {"p": process()}, **sections})
    return manifests(spec, settings or platform())[JOB.of("p")]


def test_pods_comply_with_the_restricted_profile() -> None:
    found = made()
    assert look(found, "spec.podTemplate.spec.securityContext") == {
        "runAsNonRoot": True,
        "runAsUser": 9999,
        "fsGroup": 9999,
    }
    assert look(found, "spec.podTemplate.spec.containers.0.securityContext") == {
        "runAsNonRoot": True,
        "runAsUser": 9999,
        "allowPrivilegeEscalation": False,
        "capabilities": {"drop": ["ALL"]},
        "seccompProfile": {"type": "RuntimeDefault"},
    }


def test_a_baseline_leaves_the_user_to_the_image() -> None:
    found = made(settings=platform(security={"profile": "baseline"}))
    assert look(found, "spec.podTemplate.spec.securityContext") is None
    assert look(found, "spec.podTemplate.spec.containers.0.securityContext") == {
        "allowPrivilegeEscalation": False,
        "seccompProfile": {"type": "RuntimeDefault"},
    }


def test_a_binding_can_refuse_images_that_run_as_root() -> None:
    context: Json = {"spec": {"security_context": {"run_as_non_root": True}}}
    found = made(context, platform(security={"profile": "baseline"}))
    assert look(found, "spec.podTemplate.spec.securityContext") == {"runAsNonRoot": True}
    assert look(found, "spec.podTemplate.spec.containers.0.securityContext.runAsNonRoot") is True
    assert made(context) == made()


@pytest.mark.parametrize(
    ("context", "expected"),
    [
        ({"run_as_user": 1000}, {"runAsNonRoot": True, "runAsUser": 1000, "fsGroup": 1000}),
        ({"fs_group": 7, "run_as_group": 8}, {"runAsNonRoot": True, "runAsUser": 9999, "runAsGroup": 8, "fsGroup": 7}),
    ],
)
def test_the_binding_chooses_users_and_groups(context: Json, expected: Json) -> None:
    found = made({"spec": {"security_context": context}})
    assert look(found, "spec.podTemplate.spec.securityContext") == expected


def test_labels_by_which_flink_finds_its_pods_are_left_to_it() -> None:
    found = made({"metadata": {"labels": {"team": "a", "app": "b", "component": "c", "type": "d"}}})
    assert look(found, "spec.podTemplate.metadata.labels") == {"team": "a"}


def test_annotations_of_a_sidecar_have_priority() -> None:
    own: Json = {"annotations": {"dapr.io/app-id": "evil", "note": "kept"}}
    settings = platform(dapr={"enabled": True}, policy={"podAnnotations": ["dapr.io/"]})
    found = made(own, settings, dapr={"sidecar": {"processes": ["p"]}})
    annotations = look(found, "spec.podTemplate.metadata.annotations")
    assert isinstance(annotations, dict)
    assert (annotations["dapr.io/app-id"], annotations["note"]) == ("p", "kept")


def test_metrics_and_volumes_share_the_container() -> None:
    volumes: Json = {"volumes": [{"name": "a", "empty_dir": {}}], "volume_mounts": [{"name": "a", "mount_path": "/a"}]}
    found = made({"spec": volumes}, monitoring={"metrics": {"type": "prometheus"}})
    assert look(found, "spec.podTemplate.spec.containers.0.ports.0.containerPort") == 9249
    assert look(found, "spec.podTemplate.spec.containers.0.volumeMounts") == [{"name": "a", "mountPath": "/a"}]
    assert look(found, "spec.podTemplate.spec.containers.1") is None
