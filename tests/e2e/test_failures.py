"""The status of a service names the cause of a failure. The image tag tells KWOK how the pods behave."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest
import yaml

from tests.e2e.cluster import READY_SECONDS, SERVICE, Scope, example, new_namespace
from tests.e2e.settings import composed_by, composition
from tools.playground.kubectl import Kubectl
from tools.playground.product import RECOMMENDED

REASON = '{.status.conditions[?(@.type=="Operational")].reason}'
WORKING = "ghcr.io/org/worker:v1.0.1"


@dataclass(frozen=True)
class Failure:
    """A faulty part of a spec, the reason in the status, and the edit that fixes it."""

    spec: dict[str, Any]
    reason: str
    edit: dict[str, Any]


def by_tag(tag: str, reason: str) -> Failure:
    return Failure({"image": f"ghcr.io/org/worker:{tag}"}, reason, {"image": WORKING})


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
def with_diagnosis(kubectl: Kubectl) -> Iterator[str]:
    """Return the name of a Composition with pod diagnosis, which is off by default."""
    name = "e2e-diagnosis"
    role = next(yaml.safe_load_all(RECOMMENDED.read_text()))
    kubectl.apply(role)
    with composition(kubectl, "eventdrivenservice", name, {"diagnosis": {"pods": True}}):
        yield name
    kubectl("delete", "clusterrole", role["metadata"]["name"])


@pytest.fixture(scope="module")
def broken(kubectl: Kubectl, scope: Scope, with_diagnosis: str) -> Iterator[str]:
    """Return a namespace with a service for each failure."""
    with new_namespace(kubectl, scope) as namespace:
        services = [service(name, namespace, failure.spec) for name, failure in FAILURES.items()]
        kubectl.apply(*(composed_by(document, with_diagnosis, scope) for document in services))
        yield namespace


@pytest.fixture(scope="module")
def repaired(kubectl: Kubectl, scope: Scope, broken: str, with_diagnosis: str) -> str:
    """Fix each service, and return the namespace."""
    for name, failure in FAILURES.items():
        document = service(name, broken, failure.spec | failure.edit)
        document["spec"] = {key: value for key, value in document["spec"].items() if value is not None}
        kubectl.apply(composed_by(document, with_diagnosis, scope))
    return broken


@pytest.mark.parametrize("name", FAILURES)
def test_a_failure_is_reported(kubectl: Kubectl, broken: str, name: str) -> None:
    wait_for(kubectl, broken, name, FAILURES[name].reason)


@pytest.mark.parametrize("name", FAILURES)
def test_a_fixed_service_is_operational(kubectl: Kubectl, repaired: str, name: str) -> None:
    wait_for(kubectl, repaired, name, "Operational")


def test_an_exceeded_quota_is_reported_without_pod_diagnosis(kubectl: Kubectl, namespace: str) -> None:
    kubectl("create", "quota", "memory", "--hard=limits.memory=3Gi", f"--namespace={namespace}")
    spec = {"scaling": {"enabled": False, "minReplicas": 1}}
    kubectl.apply(service("large", namespace, {**spec, "size": "medium"}))
    wait_for(kubectl, namespace, "large", "QuotaExceeded")
    kubectl.apply(service("large", namespace, {**spec, "size": "small"}))
    wait_for(kubectl, namespace, "large", "Operational")


def test_a_slow_start_is_not_a_failure(kubectl: Kubectl, namespace: str) -> None:
    kubectl.apply(service("slow", namespace, {"image": "ghcr.io/org/worker:slow"}))
    wait_for(kubectl, namespace, "slow", "DeploymentNotReady")
    wait_for(kubectl, namespace, "slow", "Operational")
