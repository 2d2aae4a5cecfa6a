"""What the API server adds makes no difference, and nothing else is treated as equal."""

from typing import Any

import pytest

from function.base.manifest import Json, Manifest
from function.plan.defaults import stored


def deployment(pod: Json, **spec: Json) -> Manifest:
    template: Json = {"metadata": {"labels": {"a": "b"}}, "spec": pod}
    return {
        "apiVersion": "apps/v1",
        "kind": "Deployment",
        "metadata": {"name": "a"},
        "spec": {**spec, "template": template},
    }


def container(**fields: Json) -> Manifest:
    return {"containers": [{"name": "main", "image": "a:1", **fields}]}


PROBE: dict[str, Any] = {"httpGet": {"port": 1}}
SAME: list[tuple[Json, Json]] = [
    (container(), container(imagePullPolicy="IfNotPresent")),
    (container(image="a"), container(image="a", imagePullPolicy="Always")),
    (container(), container(args=[], command=None, resources={}, tty=False)),
    (container(terminationMessagePolicy="File"), container()),
    (container(ports=[{"containerPort": 1}]), container(ports=[{"containerPort": 1, "protocol": "TCP"}])),
    (container(livenessProbe=PROBE), container(livenessProbe={**PROBE, "initialDelaySeconds": 0, "periodSeconds": 10})),
    (container(startupProbe=PROBE), container(startupProbe={"httpGet": {"port": 1, "path": "/", "scheme": "HTTP"}})),
    (container(volumeMounts=[{"name": "a"}]), container(volumeMounts=[{"name": "a", "readOnly": False}])),
    (container(env=[{"name": "A", "value": ""}]), container(env=[{"name": "A"}])),
    ({"initContainers": [{"env": [{"name": "A", "value": ""}]}]}, {"initContainers": [{"env": [{"name": "A"}]}]}),
    ({**container(), "restartPolicy": "Always", "securityContext": {}}, container()),
    ({**container(), "terminationGracePeriodSeconds": 30, "hostNetwork": False}, container()),
    (
        {"volumes": [{"name": "a", "secret": {"secretName": "b"}}]},
        {"volumes": [{"name": "a", "secret": {"secretName": "b", "defaultMode": 420}}]},
    ),
]
DIFFERENT: list[tuple[Json, Json]] = [
    (container(), container(imagePullPolicy="Always")),
    (container(image="a"), container(image="a", imagePullPolicy="IfNotPresent")),
    (container(), container(securityContext={})),
    (container(), container(tty=True)),
    (container(env=[{"name": "A", "value": ""}]), container()),
    (container(env=[{"name": "A", "value": " "}]), container(env=[{"name": "A"}])),
    (container(args=[""]), container()),
    (container(volumeMounts=[{"name": "a", "value": ""}]), container(volumeMounts=[{"name": "a"}])),
    (container(livenessProbe=PROBE), container()),
    (container(livenessProbe=PROBE), container(livenessProbe={**PROBE, "timeoutSeconds": 2})),
    (container(livenessProbe=PROBE), container(readinessProbe=PROBE)),
    ({**container(), "terminationGracePeriodSeconds": 0}, container()),
    ({**container(), "automountServiceAccountToken": False}, container()),
    ({"volumes": [{"name": "a", "emptyDir": {}}]}, {"volumes": [{"name": "a"}]}),
    ({"volumes": [{"name": "a", "secret": {"optional": False}}]}, {"volumes": [{"name": "a", "secret": {}}]}),
]


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_what_the_api_server_stores_differently_stays_different(one: Json, other: Json) -> None:
    assert stored(deployment(one)) != stored(deployment(other))


@pytest.mark.parametrize(("one", "other"), SAME)
def test_a_value_and_its_default_are_the_same(one: Json, other: Json) -> None:
    assert stored(deployment(one)) == stored(deployment(other))


def test_the_number_of_replicas_has_no_default_because_an_autoscaler_may_set_it() -> None:
    assert stored(deployment({}, replicas=1)) != stored(deployment({}))
    assert stored(deployment({}, progressDeadlineSeconds=600, paused=False)) == stored(deployment({}))


@pytest.mark.parametrize(
    "broken",
    [
        {},
        {"kind": "Deployment"},
        {"kind": "Deployment", "spec": "a"},
        deployment("a"),
        deployment({"containers": ["a"]}),
    ],
)
def test_what_is_no_manifest_is_left_alone(broken: Manifest) -> None:
    assert stored(broken).get("kind") == broken.get("kind")


def test_other_kinds_have_no_defaults_and_lose_only_what_is_empty() -> None:
    found: Manifest = {"kind": "KafkaTopic", "spec": {"a": None, "b": [], "c": {}, "d": 0}, "metadata": {"labels": {}}}
    assert stored(found) == {"kind": "KafkaTopic", "spec": {"c": {}, "d": 0}, "metadata": {}}


def test_a_service_has_the_defaults_of_its_own_fields() -> None:
    plain: Manifest = {"kind": "Service", "spec": {"ports": [{"port": 80}]}}
    whole: Manifest = {
        "kind": "Service",
        "spec": {"type": "ClusterIP", "sessionAffinity": "None", "ports": [{"port": 80, "protocol": "TCP"}]},
    }
    assert stored(plain) == stored(whole)
    assert stored(plain) != stored({**whole, "spec": {"type": "NodePort"}})
