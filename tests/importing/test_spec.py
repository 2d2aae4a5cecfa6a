"""The spec that objects imply, before anything checks it."""

from typing import Any

import pytest

from function.base.manifest import Json, Manifest
from function.importing.spec import spec_of
from tests.importing.objects import container, deployment, other, service


def of(**changes: Json) -> dict[str, Any]:
    return spec_of({"Deployment": deployment(container(**changes)), "Service": service()})


def test_the_usual_port_is_not_set() -> None:
    assert "httpPort" not in of()


@pytest.mark.parametrize(
    ("changes", "port"),
    [
        ({"env": [{"name": "PORT", "value": "8080"}]}, 8080),
        ({"ports": [{"name": "web", "containerPort": 3000}]}, 3000),
    ],
)
def test_another_port_is_set_and_so_is_one_in_a_variable(changes: dict[str, Json], port: int) -> None:
    found = of(**changes)
    assert found["httpPort"] == port
    assert "env" not in found


def test_amounts_are_text() -> None:
    resources: Manifest = {"requests": {"cpu": 1, "memory": "1Gi"}, "limits": {"cpu": 1.5}}
    assert of(resources=resources)["resources"] == {"requests": {"cpu": "1", "memory": "1Gi"}, "limits": {"cpu": "1.5"}}


def test_objects_around_the_deployment_are_taken() -> None:
    account: Manifest = {"metadata": {"annotations": {"a": "b"}}}
    objects = {
        "Deployment": deployment(pod={"automountServiceAccountToken": True}),
        "ServiceAccount": account,
        "PodDisruptionBudget": other("policy/v1", "PodDisruptionBudget", maxUnavailable=1, selector={}),
        "Service": service(sessionAffinity="ClientIP"),
    }
    found = spec_of(objects)
    assert found["serviceAccount"] == {"annotations": {"a": "b"}, "mountToken": True}
    assert found["disruptionBudget"] == {"maxUnavailable": "1"}
    assert found["sessionAffinity"] == "ClientIP"


@pytest.mark.parametrize(
    ("own", "of_account", "expected"),
    [(None, True, True), (None, False, False), (False, True, False), (True, None, True)],
)
def test_the_account_decides_on_the_token_where_the_pods_do_not(own: Json, of_account: Json, expected: Json) -> None:
    key = "automountServiceAccountToken"
    pod: Manifest = {} if own is None else {key: own}
    found = spec_of({"Deployment": deployment(pod=pod), "ServiceAccount": {key: of_account}})
    assert found["serviceAccount"] == {"mountToken": expected}


@pytest.mark.parametrize("value", [{}, {"spec": 1}, {"spec": {"template": {"spec": {"containers": [1]}}}}])
def test_any_shape_is_taken(value: Manifest) -> None:
    assert spec_of({"Deployment": value})["scaling"] == {"enabled": False, "minReplicas": 1}
