"""What stops a service is named in its status, and goes away with its cause. KWOK plays pods by their image's tag."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest

from tests.e2e.cluster import READY_SECONDS, SERVICE, Scope, example, new_namespace
from tests.e2e.settings import composed_by, composition
from tools.playground.kubectl import Kubectl
from tools.playground.product import POD_ROLE

REASON = '{.status.conditions[?(@.type=="Operational")].reason}'
WELL = "ghcr.io/org/worker:v1.0.1"


@dataclass(frozen=True)
class Failure:
    """What is wrong with a spec, the reason that the status gives, and the edit that helps."""

    spec: dict[str, Any]
    reason: str
    edit: dict[str, Any]


def by_tag(tag: str, reason: str) -> Failure:
    return Failure({"image": f"ghcr.io/org/worker:{tag}"}, reason, {"image": WELL})


FAILURES = {
    "image": by_tag("pull-fails", "ImagePullFailed"),
    "secret": by_tag("no-config", "SecretNotFound"),
    "crash": by_tag("crashes", "CrashLooping"),
    "memory": by_tag("oom", "OOMKilled"),
    "node": Failure(
        {"resources": {"requests": {"cpu": "9000"}, "limits": {"cpu": "9000"}}}, "Unschedulable", {"resources": None}
    ),
}


def service(name: str, namespace: str, spec: dict[str, Any]) -> dict[str, Any]:
    document = example("fixed-replicas", namespace)
    document["metadata"]["name"] = name
    document["spec"] |= spec
    return document


def wait_for(kubectl: Kubectl, namespace: str, name: str, reason: str) -> None:
    condition = f"jsonpath={REASON}={reason}"
    kubectl.wait(f"{SERVICE}/{name}", f"--namespace={namespace}", condition=condition, seconds=READY_SECONDS)


@pytest.fixture(scope="module")
def looking_at_pods(kubectl: Kubectl) -> Iterator[str]:
    """Return a Composition that has the function look at pods, which is off as it is installed."""
    name = "e2e-diagnosis"
    kubectl.apply_files(POD_ROLE)
    with composition(kubectl, "eventdrivenservice", name, {"diagnosis": {"pods": True}}):
        yield name
    kubectl("delete", "-f", POD_ROLE)


@pytest.fixture(scope="module")
def broken(kubectl: Kubectl, scope: Scope, looking_at_pods: str) -> Iterator[str]:
    """Return a namespace with a service for each failure."""
    with new_namespace(kubectl, scope) as namespace:
        services = [service(name, namespace, failure.spec) for name, failure in FAILURES.items()]
        kubectl.apply(*(composed_by(document, looking_at_pods, scope) for document in services))
        yield namespace


@pytest.fixture(scope="module")
def mended(kubectl: Kubectl, scope: Scope, broken: str, looking_at_pods: str) -> str:
    """Edit each service so that it can run, and return the namespace."""
    for name, failure in FAILURES.items():
        document = service(name, broken, failure.spec | failure.edit)
        document["spec"] = {key: value for key, value in document["spec"].items() if value is not None}
        kubectl.apply(composed_by(document, looking_at_pods, scope))
    return broken


@pytest.mark.parametrize("name", FAILURES)
def test_a_failure_is_named(kubectl: Kubectl, broken: str, name: str) -> None:
    wait_for(kubectl, broken, name, FAILURES[name].reason)


@pytest.mark.parametrize("name", FAILURES)
def test_it_goes_away_with_its_cause(kubectl: Kubectl, mended: str, name: str) -> None:
    wait_for(kubectl, mended, name, "Operational")


def test_a_quota_is_named_without_a_look_at_pods(kubectl: Kubectl, namespace: str) -> None:
    kubectl("create", "quota", "memory", "--hard=limits.memory=3Gi", f"--namespace={namespace}")
    spec = {"scaling": {"enabled": False, "minReplicas": 1}}
    kubectl.apply(service("large", namespace, {**spec, "size": "medium"}))
    wait_for(kubectl, namespace, "large", "QuotaExceeded")
    kubectl.apply(service("large", namespace, {**spec, "size": "small"}))
    wait_for(kubectl, namespace, "large", "Operational")


def test_a_slow_start_is_no_failure(kubectl: Kubectl, namespace: str) -> None:
    kubectl.apply(service("slow", namespace, {"image": "ghcr.io/org/worker:slow"}))
    wait_for(kubectl, namespace, "slow", "DeploymentNotReady")
    wait_for(kubectl, namespace, "slow", "Operational")
