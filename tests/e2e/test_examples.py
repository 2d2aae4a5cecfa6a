"""All examples of both APIs, each in a namespace of its own, because several have the same name."""

import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
import yaml

from function.base.condition import OPERATIONAL
from function.base.manifest import text_at
from function.delivery.live import condition
from tests.e2e.cluster import READY_SECONDS, Scope, new_namespace, objects
from tests.e2e.examples import Example, composed, example, folders, rendered, wanted
from tests.e2e.kinds import judge
from tests.e2e.settings import composed_by, composition
from tools.playground.kubectl import Kubectl
from tools.playground.parts.nats import add_consumers
from tools.playground.waiting import until

ROWS = {
    "agent-executor": "Running 1/1 1/10",
    "dead-letters-and-completions": "Ready production",
    "development": "Ready development",
    "every-lookup": "Ready production",
    "every-secret": "Ready staging",
    "every-stream": "Ready production",
    "existing-topics": "Ready staging",
    "fixed-replicas": "Running 2/2 2/2",
    "flink-jobs": "Ready production",
    "http-worker": "Running 1/1 1/10",
    "infrastructure-dask": "Ready production",
    "infrastructure-databricks": "Ready production",
    "infrastructure-ecs": "Ready production",
    "infrastructure-emr": "Ready production",
    "infrastructure-fargate": "Ready production",
    "infrastructure-kubernetes": "Ready production",
    "infrastructure-ray": "Ready production",
    "infrastructure-spark": "Ready production",
    "learnflow": "Ready development",
    "locked-down": "Running 3/3 3/10",
    "managed-topics": "Ready production",
    "minimal": "Running 1/1 1/10",
    "monitoring": "Ready production",
    "multi-stream": "Running [26]/[26] 2/30",  # 6 during the hours of its cron trigger
    "namespaced-binding": "Ready production",
    "namespaced-worker": "Running 1/1 1/10",
    "placed-jobs": "Ready production",
    "preflight": "Ready production",
    "production": "Ready production",
    "production-eu": "Ready production-eu",
    "production-us": "Ready production-us",
    "scale-to-zero": "Idle 0/0 0/4",
    "staging": "Ready staging",
    "standalone": "Ready production",
    "terraform-workspace": "Ready production",
    "yarn": "Ready production",
}
"""The first columns that `kubectl get` prints for each, by its folder."""
OPERATED_SECONDS = 900
NAMES = [
    pytest.param(folder, marks=[pytest.mark.namespaced] if folder.startswith("namespaced-") else []) for folder in ROWS
]


@dataclass
class Applied:
    """An example on the cluster, and the manifests that the command line prints for it."""

    example: Example
    platform: Mapping[str, Any]
    folder: Path
    manifests: str = ""
    judged: list[dict[str, Any]] = field(default_factory=list)
    """What of its objects the operators have seen."""


@pytest.fixture(scope="module")
def applied(
    kubectl: Kubectl, scope: Scope, foreign_kinds: None, nats: str, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[dict[str, Applied]]:
    """Apply all of them, and do what operators would do."""
    with ExitStack() as stack:
        found = {}
        for folder in folders(scope):
            shown = example(folder, stack.enter_context(new_namespace(kubectl, scope)))
            kind = shown.document["kind"].lower()
            platform = stack.enter_context(composition(kubectl, kind, shown.composition, shown.settings))
            add_consumers(nats, shown.streams)
            kubectl.apply(*shown.referred, composed_by(shown.document, shown.composition, scope))
            found[folder] = Applied(shown, platform, tmp_path_factory.mktemp(folder))
        operate(kubectl, scope, found.values())
        yield found
        for item in found.values():  # all at once; new_namespace waits for them one by one
            kubectl("delete", *item.example.address, "--wait=false")


def operate(kubectl: Kubectl, scope: Scope, applied: Iterable[Applied]) -> None:
    """Do what operators would do until all are operational: jobs are created after the other objects are ready."""
    waiting = list(applied)

    def operational() -> bool:
        waiting[:] = [item for item in waiting if not _operational(kubectl, scope, item)]
        return not waiting

    until(operational, OPERATED_SECONDS, "all examples to be operational")


def _operational(kubectl: Kubectl, scope: Scope, item: Applied) -> bool:
    """Do the next step of the operators for one of them, and return whether it was the last."""
    observed = composed(kubectl, scope, item.example)
    for manifest in map(wanted, observed):
        known = {"kind": manifest["kind"], "name": manifest["metadata"]["name"], "spec": manifest.get("spec")}
        if known not in item.judged:
            judge(kubectl, manifest)
            item.judged.append(known)
    shown = condition(kubectl.get(*item.example.address), OPERATIONAL)
    if text_at(shown, "status") != "True":
        return False
    item.manifests = rendered(item.example.document, item.platform, scope, item.folder, observed)
    return True


@pytest.mark.parametrize("name", NAMES)
def test_it_is_operational(kubectl: Kubectl, applied: dict[str, Applied], name: str) -> None:
    for state in ("Operational", "Ready"):
        kubectl.wait(*applied[name].example.address, condition=f"condition={state}", seconds=READY_SECONDS)


def test_every_example_is_applied(applied: dict[str, Applied], scope: Scope) -> None:
    assert set(applied) == set(folders(scope))


@pytest.mark.parametrize("name", NAMES)
def test_its_columns_show_its_status(kubectl: Kubectl, applied: dict[str, Applied], name: str) -> None:
    address = applied[name].example.address
    row = re.compile(rf"\S+ +{ROWS[name].replace(' ', ' +')} +True +True ")

    def shown() -> bool:
        return row.match(kubectl("get", *address, "--no-headers")) is not None

    until(shown, READY_SECONDS, f"the columns {ROWS[name]} of {name}")


@pytest.mark.parametrize("name", NAMES)
def test_its_objects_are_the_manifests_that_the_command_line_prints(
    kubectl: Kubectl, applied: dict[str, Applied], name: str
) -> None:
    found = applied[name]
    difference = ("diff", "--server-side", "--force-conflicts", "--field-manager=e2e", "-f", "-")
    assert kubectl(*difference, stdin=found.manifests) == ""
    printed = {(item["kind"], item["metadata"]["name"]) for item in yaml.safe_load_all(found.manifests)}
    references = kubectl.get(*found.example.address)["status"]["resourceRefs"]
    assert {(reference["kind"], reference["name"]) for reference in references} == printed
    assert all(reference["ready"] for reference in references)


def test_every_object_is_ready(kubectl: Kubectl, scope: Scope, applied: dict[str, Applied]) -> None:
    namespaces = [item.example.document["metadata"]["namespace"] for item in applied.values()]
    found = [item for namespace in namespaces for item in objects(kubectl, scope, namespace)]
    for item in found:
        states = {condition["type"]: condition["status"] for condition in item["status"]["conditions"]}
        assert states["Ready"] == states["Synced"] == "True", item["metadata"]["name"]
    assert len(found) >= (len(applied) if scope == "claims" else 1)  # only what is elsewhere, with direct delivery
