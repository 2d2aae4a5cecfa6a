"""What `platformctl plan` says of 150 generated edits is what happens: objects created, restarted, and deleted."""

import json
from collections.abc import Iterator
from typing import Any, NamedTuple

import pytest

from function.base.condition import OPERATIONAL
from function.base.identity import Scope
from function.base.manifest import mapping_at, text_at
from function.base.problems import Problem
from function.base.request import Request
from function.check.composite import composite
from function.check.platform import load
from function.delivery.live import condition
from function.plan.claims import ClaimId, Version, plan
from function.plan.verdict import Action
from function.render import render
from function.status.reasons import applying
from tests.e2e.cluster import SERVICE, empty, new_namespace
from tests.e2e.generated import SETTINGS, services
from tests.e2e.settings import composed_by, composition
from tools.playground.kubectl import Kubectl
from tools.playground.waiting import until

PAIRS = 150
"""In each scope."""
SECONDS = 1800
NAME = "e2e-plan"
KINDS = (
    "deployments.apps,services,serviceaccounts,scaledobjects.keda.sh,poddisruptionbudgets.policy,"
    "servicemonitors.monitoring.coreos.com,podmonitors.monitoring.coreos.com,networkpolicies.networking.k8s.io"
)
OUTSIDE_PODS = {"disruptionBudget", "scaling", "sessionAffinity"}
REVISION = "deployment.kubernetes.io/revision"
"""The Deployment controller increases it with each new pod template."""
Id = tuple[str, str]


class Seen(NamedTuple):
    """What tells whether an object is the same one, and whether its spec or its pods are."""

    uid: str
    generation: int
    revision: str


class Edited(NamedTuple):
    """The documents before and after, and the objects before."""

    namespace: str
    old: list[dict[str, Any]]
    new: list[dict[str, Any]]
    before: dict[Id, Seen]


def edit(number: int, old: dict[str, Any], other: dict[str, Any]) -> dict[str, Any]:
    """Return the old document with the other spec, or each second time only with the fields that pods do not show."""
    fields = OUTSIDE_PODS if number % 2 else {*old["spec"], *other["spec"]}
    rest = {field: value for field, value in old["spec"].items() if field not in fields}
    return {**old, "spec": {**rest, **{field: other["spec"][field] for field in fields if field in other["spec"]}}}


def objects(kubectl: Kubectl, namespace: str) -> dict[Id, Seen]:
    """Return the objects of the services, by kind and name."""
    items = kubectl.get(KINDS, f"--namespace={namespace}")["items"]
    return {
        (item["kind"], item["metadata"]["name"]): Seen(
            item["metadata"]["uid"],
            item["metadata"].get("generation", 0),
            item["metadata"].get("annotations", {}).get(REVISION, ""),
        )
        for item in items
        if item["metadata"]["name"].startswith("eventdrivenservice-")
    }


def settled(kubectl: Kubectl, namespace: str) -> bool:
    """Return whether nothing is left to be applied for any service, and each Deployment has a revision."""
    found = kubectl.get(SERVICE, f"--namespace={namespace}")["items"]
    reasons = {text_at(condition(item, OPERATIONAL), "reason") for item in found}
    seen = objects(kubectl, namespace)
    rolled = all(state.revision for (kind, _), state in seen.items() if kind == "Deployment")
    return not reasons & {"", applying.APPLYING.name} and rolled


def text(problem: Problem) -> str:
    return str(problem)


def versions(documents: list[dict[str, Any]], scope: Scope, platform: dict[str, Any]) -> dict[ClaimId, Version]:
    """Return the documents as versions of a plan."""
    return {
        ClaimId(item["metadata"]["namespace"], item["kind"], item["metadata"]["name"]): Version(
            request=Request(xr=composite(item, scope, load(None)), platform=platform), answer=render, shown=text
        )
        for item in documents
    }


@pytest.fixture(scope="module")
def platform(kubectl: Kubectl, foreign_kinds: None) -> Iterator[dict[str, Any]]:
    with composition(kubectl, "eventdrivenservice", NAME, mapping_at(SETTINGS, "spec")) as found:
        yield found


@pytest.fixture(scope="module")
def edited(kubectl: Kubectl, scope: Scope, platform: dict[str, Any]) -> Iterator[Edited]:
    """Create the first document of each pair, wait, and apply the second one over it."""
    with new_namespace(kubectl, scope) as namespace:
        made = [composed_by(document, NAME, scope) for document in services(2 * PAIRS, namespace)]
        old, others = made[:PAIRS], made[PAIRS:]
        new = [edit(number, *pair) for number, pair in enumerate(zip(old, others, strict=True))]
        apply(kubectl, old)
        until(lambda: settled(kubectl, namespace), SECONDS, "the first versions to be applied")
        before = objects(kubectl, namespace)
        apply(kubectl, new)
        yield Edited(namespace, old, new, before)
        empty(kubectl, scope, namespace, SECONDS)


def apply(kubectl: Kubectl, documents: list[dict[str, Any]]) -> None:
    listed = json.dumps({"apiVersion": "v1", "kind": "List", "items": documents})
    kubectl("apply", "--server-side", "--force-conflicts", "-f", "-", stdin=listed, seconds=SECONDS)


def test_what_the_plan_says_is_what_happens(
    kubectl: Kubectl, scope: Scope, platform: dict[str, Any], edited: Edited
) -> None:
    said = plan(versions(edited.old, scope, platform), versions(edited.new, scope, platform))
    assert said.refused == 0
    expected = {
        action: {(found.kind, found.name) for found in said.objects if found.action is action} for action in Action
    }
    wanted = (expected[Action.CREATE], expected[Action.DELETE], expected[Action.RESTART])
    assert all(wanted)
    assert PAIRS / 4 < len(expected[Action.RESTART]) < PAIRS * 3 / 4

    def happened() -> tuple[set[Id], set[Id], set[Id]]:
        after = objects(kubectl, edited.namespace)
        both = edited.before.keys() & after.keys()
        restarted = {key for key in both if edited.before[key].revision != after[key].revision}
        return after.keys() - edited.before.keys(), edited.before.keys() - after.keys(), restarted

    until(lambda: happened() == wanted, SECONDS, "what the plan says to happen")
    until(lambda: settled(kubectl, edited.namespace), SECONDS, "the second versions to be applied")
    assert happened() == wanted
    after = objects(kubectl, edited.namespace)
    touched = {(found.kind, found.name) for found in said.objects}
    for key in edited.before.keys() & after.keys():
        assert edited.before[key].uid == after[key].uid, key
        if key not in touched:
            assert edited.before[key].generation == after[key].generation, key
