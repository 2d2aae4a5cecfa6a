"""A hundred services are created at once: all of them start, and then no composite is written."""

import re
from collections.abc import Iterator

import pytest
import yaml

from tests.e2e.cluster import GROUP, SERVICE, Scope, empty, example, new_namespace
from tests.e2e.deletions import Deletions
from tools.playground.kubectl import Kubectl

COUNT = 100
START_SECONDS = 900
REST_SECONDS = 120
WRITE = re.compile(
    rf'^apiserver_request_total{{.*dry_run="",group="{GROUP}",.*verb="(?:APPLY|PATCH|POST|PUT)".*}} (\d+)$',
    re.MULTILINE,
)


def writes(kubectl: Kubectl) -> int:
    """Return how many requests to change a claim or composite the API server has received."""
    return sum(map(int, WRITE.findall(kubectl("get", "--raw", "/metrics"))))


@pytest.fixture(scope="module")
def hundred(kubectl: Kubectl, scope: Scope, deleted: Deletions) -> Iterator[str]:
    """Return a namespace with all services, created by one command; nothing else changes in the cluster."""
    deleted.wait()
    with new_namespace(kubectl, scope) as namespace:
        services = []
        for number in range(COUNT):
            document = example("fixed-replicas", namespace)
            document["metadata"]["name"] = f"worker-{number:03}"
            services.append(document)
        create = ("create", "-f", "-", "--output=name")
        kubectl(*create, stdin=yaml.safe_dump_all(services), seconds=START_SECONDS)
        yield namespace
        empty(kubectl, scope, namespace, START_SECONDS)


def test_all_of_them_start(kubectl: Kubectl, hundred: str) -> None:
    for condition in ("Operational", "Ready"):
        kubectl.wait(
            SERVICE, "--all", f"--namespace={hundred}", condition=f"condition={condition}", seconds=START_SECONDS
        )
    assert len(kubectl.get(SERVICE, f"--namespace={hundred}")["items"]) == COUNT


def test_at_rest_no_composite_is_written(kubectl: Kubectl, scope: Scope, hundred: str) -> None:
    kind = f"xeventdrivenservices.{GROUP}" if scope == "claims" else f"eventdrivenservices.{GROUP}"
    watch = ("get", kind, "--all-namespaces", "--watch-only", "--output=name", f"--request-timeout={REST_SECONDS}s")
    before = writes(kubectl)
    assert before > COUNT
    assert kubectl(*watch, seconds=REST_SECONDS + 30) == ""
    assert writes(kubectl) == before


def test_no_circuit_breaker_is_open(kubectl: Kubectl, scope: Scope, hundred: str) -> None:
    kind = f"xeventdrivenservices.{GROUP}" if scope == "claims" else f"eventdrivenservices.{GROUP}"
    composites = kubectl.get(kind, "--all-namespaces")["items"]
    conditions = [condition for item in composites for condition in item["status"]["conditions"]]
    responsive = [condition["status"] for condition in conditions if condition["type"] == "Responsive"]
    assert len(responsive) >= COUNT
    assert set(responsive) == {"True"}
