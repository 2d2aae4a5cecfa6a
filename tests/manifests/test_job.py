from function.base.manifest import mapping_at
from function.base.meta import Meta
from function.manifests.job import Files, manifest
from tests.support import look

LABELS = {"app.kubernetes.io/name": "payments", "app.kubernetes.io/component": "preflight"}
JOB = manifest(
    Meta("payments", "shop", LABELS),
    name="payments-preflight-0",
    container="preflight",
    image="ghcr.io/example/function:1.2.3",
    args=["preflight", "[]"],
)


def test_its_pods_get_nothing_of_the_cluster() -> None:
    pod = mapping_at(JOB, "spec", "template", "spec")
    assert pod["automountServiceAccountToken"] is False
    assert not {"serviceAccountName", "volumes", "hostNetwork", "initContainers"} & pod.keys()
    assert not {"env", "envFrom", "volumeMounts", "command"} & mapping_at(look(pod, "containers.0")).keys()


def test_its_pods_fit_into_the_restricted_profile() -> None:
    assert look(JOB, "spec.template.spec.securityContext") == {
        "runAsNonRoot": True,
        "seccompProfile": {"type": "RuntimeDefault"},
    }
    assert look(JOB, "spec.template.spec.containers.0.securityContext") == {
        "allowPrivilegeEscalation": False,
        "readOnlyRootFilesystem": True,
        "runAsNonRoot": True,
        "capabilities": {"drop": ["ALL"]},
    }


def test_it_ends() -> None:
    assert look(JOB, "spec.backoffLimit") == 2
    assert look(JOB, "spec.activeDeadlineSeconds") == 900
    assert look(JOB, "spec.template.spec.restartPolicy") == "Never"


def test_it_is_not_removed_by_itself_because_crossplane_would_create_it_again() -> None:
    assert "ttlSecondsAfterFinished" not in mapping_at(JOB, "spec")


def test_its_pods_are_deleted_with_it() -> None:
    assert look(JOB, "metadata.finalizers") == ["foregroundDeletion"]


def test_its_pods_have_its_labels() -> None:
    assert look(JOB, "metadata.labels") == look(JOB, "spec.template.metadata.labels") == LABELS
    assert "selector" not in mapping_at(JOB, "spec")


def test_it_gets_keys_of_secrets_as_files_that_need_not_exist() -> None:
    given = Files("/var/run/a", {"one": {"user": "0", "password": "1"}, "two": {"ca.crt": "2"}})
    made = manifest(Meta("a", "shop", LABELS), name="a", container="c", image="i:1", args=[], files=given)
    pod = mapping_at(made, "spec", "template", "spec")
    user, password = {"key": "user", "path": "0"}, {"key": "password", "path": "1"}
    sources = [
        {"secret": {"name": "one", "items": [user, password], "optional": True}},
        {"secret": {"name": "two", "items": [{"key": "ca.crt", "path": "2"}], "optional": True}},
    ]
    assert pod["volumes"] == [{"name": "files", "projected": {"defaultMode": 0o444, "sources": sources}}]
    mount = {"name": "files", "mountPath": "/var/run/a", "readOnly": True}
    assert look(pod, "containers.0.volumeMounts") == [mount]
    assert not {"env", "envFrom"} & mapping_at(look(pod, "containers.0")).keys()
