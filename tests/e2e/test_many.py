"""A hundred services are created at once: all of them start, and then no composite is written."""

import re
from collections.abc import Iterator

import pytest
import yaml

from tests.e2e.cluster import GROUP, SERVICE, Scope, empty, example, new_namespace
from tests.e2e.deletions import Deletions
from tools.playground.kubectl import Kubectl
from tools.playground.waiting import until

COUNT = 100
START_SECONDS = 900
SETTLE_SECONDS = 120  # a service is ready before its status is written for the last time
REST_SECONDS = 120
WRITE = re.compile(
    rf'^apiserver_request_total{{.*dry_run="",group="{GROUP}",.*verb="(?:APPLY|PATCH|POST|PUT)".*}} (\d+)$',
    re.MULTILINE,
)


def writes(kubectl: Kubectl) -> int:
    """Return how many requests to change a claim or composite the API server has received."""
    return sum(map(int, WRITE.findall(kubectl("get", "--raw", "/metrics"))))


def written(kubectl: Kubectl, scope: Scope, seconds: int) -> tuple[str, int]:
    """Return the composites that are written within so many seconds, and the number of requests to write."""
    before = writes(kubectl)
    watch = ("get", composites(scope), "--all-namespaces", "--watch-only", "--output=name")
    names = kubectl(*watch, f"--request-timeout={seconds}s", seconds=seconds + 30)
    return names, writes(kubectl) - before


def composites(scope: Scope) -> str:
    return f"xeventdrivenservices.{GROUP}" if scope == "claims" else f"eventdrivenservices.{GROUP}"


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
    assert writes(kubectl) > COUNT
    until(lambda: written(kubectl, scope, 10) == ("", 0), SETTLE_SECONDS, "the last status of all services")
    assert written(kubectl, scope, REST_SECONDS) == ("", 0)


def test_no_circuit_breaker_is_open(kubectl: Kubectl, scope: Scope, hundred: str) -> None:
    items = kubectl.get(composites(scope), "--all-namespaces")["items"]
    conditions = [condition for item in items for condition in item["status"]["conditions"]]
    responsive = [condition["status"] for condition in conditions if condition["type"] == "Responsive"]
    assert len(responsive) >= COUNT
    assert set(responsive) == {"True"}
