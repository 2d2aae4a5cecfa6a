from dataclasses import replace

import pytest

from function.apis.infra_binding.redis.pod import Pod
from function.base.manifest import Manifest, items_at
from function.base.meta import Meta
from function.manifests.stateful_set import manifest
from tests.schemas import violations
from tests.support import look

LABELS = {"app.kubernetes.io/name": "redis"}
REFERENCE: Manifest = {"secretKeyRef": {"name": "redis-credentials", "key": "password"}}
POD = Pod(
    image="docker.io/library/redis:8.2.1",
    password=REFERENCE,
    resources={"limits": {"memory": "256Mi"}},
    config_map="shop.redis",
    config_digest="0123abcd",
    aof=True,
    volume="shop.redis",
)


def container(which: str = "containers", pod: Pod = POD) -> Manifest:
    (found,) = items_at(pod.template(LABELS), "spec", which)
    assert isinstance(found, dict)
    return found


def test_the_pod_is_valid_and_has_the_labels() -> None:
    made = manifest(Meta("redis", "shop"), selector=LABELS, template=POD.template(LABELS))
    assert violations(made) == []
    assert look(made, "spec.template.metadata.labels") == LABELS


def test_only_a_reference_to_the_password_is_in_the_pod() -> None:
    assert container()["env"] == [{"name": "REDISCLI_AUTH", "valueFrom": REFERENCE}]
    assert container()["command"] == ["redis-server", "/etc/redis/redis.conf", "--requirepass", "$(REDISCLI_AUTH)"]


@pytest.mark.parametrize(("aof", "argument"), [(True, "yes"), (False, "no")])
def test_the_data_goes_into_the_file_that_the_server_will_read(aof: bool, argument: str) -> None:
    before = container("initContainers", replace(POD, aof=aof))
    assert before["command"] == ["sh", "/etc/redis/convert.sh", "/data", "6379", argument]


@pytest.mark.parametrize("field", ["image", "imagePullPolicy", "resources", "securityContext", "volumeMounts"])
def test_the_first_container_has_what_the_server_has(field: str) -> None:
    assert container("initContainers")[field] == container()[field]


def test_the_first_container_knows_no_password() -> None:
    assert "env" not in container("initContainers")


def test_it_fits_the_restricted_profile_and_has_no_token() -> None:
    spec = POD.template(LABELS)["spec"]
    assert isinstance(spec, dict)
    assert spec["automountServiceAccountToken"] is False
    assert spec["enableServiceLinks"] is False
    assert look(spec, "securityContext.runAsNonRoot") is True
    assert container()["securityContext"] == {
        "allowPrivilegeEscalation": False,
        "readOnlyRootFilesystem": True,
        "capabilities": {"drop": ["ALL"]},
        "seccompProfile": {"type": "RuntimeDefault"},
    }


def test_it_writes_only_to_its_volume() -> None:
    assert container()["volumeMounts"] == [
        {"name": "data", "mountPath": "/data"},
        {"name": "config", "mountPath": "/etc/redis", "readOnly": True},
    ]
    assert look(POD.template(LABELS), "spec.volumes") == [
        {"name": "data", "persistentVolumeClaim": {"claimName": "shop.redis"}},
        {"name": "config", "configMap": {"name": "shop.redis"}},
    ]


def test_another_configuration_replaces_the_pod() -> None:
    annotations = look(POD.template(LABELS), "metadata.annotations")
    assert annotations == {"platform.fn.bizmatters.io/config-digest": "0123abcd"}
