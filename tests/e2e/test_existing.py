"""A ServiceAccount that was there before a claim of its name: left alone, unless the platform asks for a takeover."""

from typing import Any

import pytest

from tests.e2e.cluster import GONE_SECONDS, READY_SECONDS, SERVICE, Scope, example, objects
from tests.e2e.settings import composed_by, composition
from tools.playground.kubectl import Kubectl

NAME = "deployer"
OURS = "app.kubernetes.io/managed-by"


@pytest.fixture
def account(kubectl: Kubectl, namespace: str) -> dict[str, Any]:
    """Return a ServiceAccount that somebody else made."""
    within = f"--namespace={namespace}"
    kubectl("create", "serviceaccount", NAME, within)
    return kubectl.get("serviceaccount", NAME, within)


def service(namespace: str) -> dict[str, Any]:
    document = example("fixed-replicas", namespace)
    document["metadata"]["name"] = NAME
    return document


def test_it_is_neither_taken_over_nor_deleted(
    kubectl: Kubectl, scope: Scope, namespace: str, account: dict[str, Any]
) -> None:
    within = f"--namespace={namespace}"
    kubectl.apply(service(namespace))
    kubectl.wait(f"{SERVICE}/{NAME}", within, condition="condition=Validated=False", seconds=READY_SECONDS)
    conditions = {item["type"]: item for item in kubectl.get(SERVICE, NAME, within)["status"]["conditions"]}
    assert conditions["Operational"]["reason"] == "UnsafeChange"
    assert f"ServiceAccount '{NAME}' exists in namespace {namespace}" in conditions["Operational"]["message"]
    assert objects(kubectl, scope, namespace) == []
    assert kubectl.get("deployments,services", within)["items"] == []

    kubectl("delete", SERVICE, NAME, within, f"--timeout={GONE_SECONDS}s")
    assert kubectl.get("serviceaccount", NAME, within) == account


def test_once_it_is_gone_the_service_starts(
    kubectl: Kubectl, scope: Scope, namespace: str, account: dict[str, Any]
) -> None:
    within = f"--namespace={namespace}"
    kubectl.apply(service(namespace))
    kubectl.wait(f"{SERVICE}/{NAME}", within, condition="condition=Validated=False", seconds=READY_SECONDS)
    kubectl("delete", "serviceaccount", NAME, within)
    kubectl.wait(f"{SERVICE}/{NAME}", within, condition="condition=Operational", seconds=READY_SECONDS)
    assert kubectl.get("serviceaccount", NAME, within)["metadata"]["labels"][OURS] == "crossplane"


def test_a_takeover_that_the_platform_asks_for_is_one(
    kubectl: Kubectl, scope: Scope, namespace: str, account: dict[str, Any]
) -> None:
    within = f"--namespace={namespace}"
    with composition(kubectl, "eventdrivenservice", "e2e-takeover", {"policy": {"takeover": ["ServiceAccount"]}}):
        kubectl.apply(composed_by(service(namespace), "e2e-takeover", scope))
        kubectl.wait(f"{SERVICE}/{NAME}", within, condition="condition=Operational", seconds=READY_SECONDS)
        found = kubectl.get("serviceaccount", NAME, within)
        assert found["metadata"]["uid"] == account["metadata"]["uid"]
        assert found["metadata"]["labels"][OURS] == "crossplane"
        kubectl("delete", SERVICE, NAME, within, f"--timeout={GONE_SECONDS}s")
