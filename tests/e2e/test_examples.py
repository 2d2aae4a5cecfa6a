"""All examples of both APIs in one namespace."""

import re
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass

import pytest
import yaml

from tests.e2e.cluster import READY_SECONDS, Scope, empty, new_namespace, objects
from tests.e2e.examples import Example, examples, rendered
from tests.e2e.kinds import judge
from tests.e2e.settings import composed_by, composition
from tools.playground.kubectl import Kubectl
from tools.playground.parts.nats import add_consumers
from tools.playground.waiting import until

ROWS = {
    "agent-executor": "Running 1/1 1/10",
    "order-processor": "Running [26]/[26] 2/30",  # 6 during the hours of its cron trigger
    "payment-ledger": "Running 3/3 3/10",
    "payments": "Ready production",
    "report-builder": "Idle 0/0 0/4",
    "reporting": "Ready staging",
    "simple-worker": "Running 1/1 1/10",
    "steady-worker": "Running 2/2 2/2",
    "webhook-relay": "Running 1/1 1/10",
}
"""The first columns that `kubectl get` prints for each."""


@dataclass(frozen=True)
class Applied:
    """An example on the cluster, and the manifests that the command line prints for it."""

    example: Example
    manifests: str


@pytest.fixture(scope="module")
def applied(
    kubectl: Kubectl, scope: Scope, foreign_kinds: None, nats: str, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[dict[str, Applied]]:
    """Apply all of them, and set the conditions that operators would set."""
    with ExitStack() as stack:
        namespace = stack.enter_context(new_namespace(kubectl, scope))
        found = {}
        platforms = {
            example.name: stack.enter_context(
                composition(kubectl, example.document["kind"].lower(), f"e2e-{example.name}", example.settings)
            )
            for example in examples(scope, namespace)
        }
        stack.callback(empty, kubectl, scope, namespace)
        for example in examples(scope, namespace):
            add_consumers(nats, example.streams)
            kubectl.apply(*example.referred, composed_by(example.document, f"e2e-{example.name}", scope))
            folder = tmp_path_factory.mktemp(example.name)
            found[example.name] = Applied(example, rendered(example.document, platforms[example.name], scope, folder))
        for item in found.values():
            for manifest in yaml.safe_load_all(item.manifests):
                judge(kubectl, manifest)
        yield found


def within(applied: Applied) -> str:
    return f"--namespace={applied.example.document['metadata']['namespace']}"


@pytest.mark.parametrize("name", ROWS)
def test_it_is_operational(kubectl: Kubectl, applied: dict[str, Applied], name: str) -> None:
    found = applied[name]
    for condition in ("Operational", "Ready"):
        kubectl.wait(found.example.resource, within(found), condition=f"condition={condition}", seconds=READY_SECONDS)


def test_every_example_is_applied(applied: dict[str, Applied]) -> None:
    assert sorted(applied) == sorted(ROWS)


@pytest.mark.parametrize("name", ROWS)
def test_its_columns_show_its_status(kubectl: Kubectl, applied: dict[str, Applied], name: str) -> None:
    found = applied[name]
    row = re.compile(rf"{name} +{ROWS[name].replace(' ', ' +')} +True +True ")

    def shown() -> bool:
        return row.match(kubectl("get", found.example.resource, within(found), "--no-headers")) is not None

    until(shown, READY_SECONDS, f"the columns {ROWS[name]} of {name}")


@pytest.mark.parametrize("name", ROWS)
def test_its_objects_are_the_manifests_that_the_command_line_prints(
    kubectl: Kubectl, applied: dict[str, Applied], name: str
) -> None:
    found = applied[name]
    difference = ("diff", "--server-side", "--force-conflicts", "--field-manager=e2e", "-f", "-")
    assert kubectl(*difference, stdin=found.manifests) == ""
    printed = {(item["kind"], item["metadata"]["name"]) for item in yaml.safe_load_all(found.manifests)}
    references = kubectl.get(found.example.resource, within(found))["status"]["resourceRefs"]
    assert {(reference["kind"], reference["name"]) for reference in references} == printed
    assert all(reference["ready"] for reference in references)


def test_every_object_is_ready(kubectl: Kubectl, scope: Scope, applied: dict[str, Applied]) -> None:
    namespace = next(iter(applied.values())).example.document["metadata"]["namespace"]
    for item in objects(kubectl, scope, namespace):
        states = {condition["type"]: condition["status"] for condition in item["status"]["conditions"]}
        assert states["Ready"] == states["Synced"] == "True", item["metadata"]["name"]
