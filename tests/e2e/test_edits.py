"""An edit, held against every version of the service and of its Deployment: the status never runs ahead."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest

from function.apis.registry import REASONS
from tests.e2e.cluster import GROUP, READY_SECONDS, SERVICE, Scope, example
from tests.e2e.history import at, versions
from tests.e2e.settings import DELIVERIES, SETTINGS, composed_by, composition
from tests.status.test_argocd_health import health
from tests.status.test_flux_health import current
from tools.playground.kubectl import Kubectl
from tools.playground.waiting import until

Versions = list[dict[str, Any]]

NAME = "steady-worker"
EDITS: dict[str, dict[str, Any]] = {
    "image": {"image": "ghcr.io/org/worker:slow"},
    "size": {"size": "medium"},
    "replicas": {"scaling": {"enabled": False, "minReplicas": 3}},
}
PROGRESS = {"Applying", "DeploymentNotReady"}


@contextmanager
def service(kubectl: Kubectl, scope: Scope, namespace: str, delivery: str) -> Iterator[dict[str, Any]]:
    """Yield a service, as it was applied, once it is operational."""
    name, within = f"e2e-{delivery}", f"--namespace={namespace}"
    with composition(kubectl, "eventdrivenservice", name, SETTINGS[delivery]):
        document = composed_by(example("fixed-replicas", namespace), name, scope)
        kubectl.apply(document)
        kubectl.wait(f"{SERVICE}/{NAME}", within, condition="condition=Operational", seconds=READY_SECONDS)
        yield document
        kubectl("delete", SERVICE, NAME, within)


def edited(kubectl: Kubectl, document: dict[str, Any], edit: dict[str, Any]) -> tuple[Versions, Versions]:
    """Edit a service, and return the versions of it and of its Deployment until it is operational again."""
    namespace = document["metadata"]["namespace"]
    services = f"/apis/{GROUP}/v1alpha1/namespaces/{namespace}/eventdrivenservices"
    deployments = f"/apis/apps/v1/namespaces/{namespace}/deployments"
    before = [kubectl.get(kind, NAME, f"--namespace={namespace}") for kind in (SERVICE, "deployment")]
    kubectl.apply({**document, "spec": {**document["spec"], **edit}})

    def seen() -> Versions:
        found = versions(kubectl, services, before[0])
        reasons = [operational(version)["reason"] for version in found]
        return found if "Applying" in reasons and reasons[-1] == "Operational" else []

    return until(seen, READY_SECONDS, "the edit to be applied"), versions(kubectl, deployments, before[1])


def operational(version: dict[str, Any]) -> dict[str, str]:
    (found,) = [item for item in version["status"]["conditions"] if item["type"] == "Operational"]
    result: dict[str, str] = found
    return result


def image(deployment: dict[str, Any]) -> str:
    found: str = deployment["spec"]["template"]["spec"]["containers"][0]["image"]
    return found


def rolled_out(deployment: dict[str, Any]) -> bool:
    """Return whether all pods are those of the current spec, and available."""
    status, wanted = deployment["status"], deployment["spec"]["replicas"]
    counts = {status.get(count) for count in ("replicas", "updatedReplicas", "availableReplicas")}
    return status["observedGeneration"] == deployment["metadata"]["generation"] and counts == {wanted}


def healthy(version: dict[str, Any]) -> bool:
    """Return whether Argo CD or Flux would go on, as they are shipped: by the condition and the phase."""
    return health(version)[0] == "Healthy" or current(version["status"])


def assert_never_ahead(services: Versions, deployments: Versions) -> None:
    """Until the edit is seen the status is that of before; then it is progress, until what was asked for runs."""
    seen = [version["status"]["phase"] for version in services].index("Progressing")
    for version in services[:seen]:
        for field in ("image", "observedGeneration"):
            assert version["status"].get(field) == services[0]["status"].get(field)
    for version in services[seen:]:
        running = at(deployments, version)
        if healthy(version):
            assert rolled_out(running)
            assert running["metadata"]["generation"] > deployments[0]["metadata"]["generation"]
            assert version["status"]["image"] == image(running)
        else:
            assert version["status"]["image"] in {image(deployments[0]), image(running)}
    assert {operational(version)["reason"] for version in services} <= PROGRESS | {"Operational"}


@pytest.mark.parametrize("delivery", DELIVERIES)
@pytest.mark.parametrize("edit", EDITS)
def test_it_is_operational_again_only_when_the_edit_runs(
    kubectl: Kubectl, scope: Scope, namespace: str, delivery: str, edit: str
) -> None:
    with service(kubectl, scope, namespace, delivery) as document:
        services, deployments = edited(kubectl, document, EDITS[edit])
        about = "--field-selector=involvedObject.kind=EventDrivenService"
        events = kubectl.get("events", f"--namespace={namespace}", about)["items"]
    assert_never_ahead(services, deployments)
    assert image(deployments[-1]) == services[-1]["spec"]["image"] == services[-1]["status"]["image"]
    assert {event["reason"] for event in events} & set(REASONS) <= {"Operational"}
