"""What `platformctl plan` says of generated edits is what happens. The tables of all edits are next to this file."""

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from function.base.identity import Scope
from function.base.manifest import mapping_at
from function.yaml.dump import dump
from tests.e2e import plan_table
from tests.e2e.cluster import SERVICE, empty, new_namespace
from tests.e2e.generated import SAMPLE, SETTINGS
from tests.e2e.happened import Seen, happened, look, wait_until_settled
from tests.e2e.pairs import COUNT, Pair, pairs
from tests.e2e.settings import composed_by, composition
from tools.playground.kubectl import Kubectl, RefusedError
from tools.playground.problem import Problem
from tools.playground.waiting import until

FIRST: dict[Scope, int] = {"claims": 0, "namespaced": 1}
DELIVERIES: dict[Scope, list[str]] = {"claims": ["object"], "namespaced": ["object", "direct"]}
SECONDS = 1800
DELETION_SECONDS = 300
REJECTIONS = ("is invalid", "strict decoding error", "error validating data")
LEAST = 10 // SAMPLE
VERDICTS = {"change", "create", "delete", "refuse", "restart"}

Verdicts = dict[str, list[str]]


class Group(NamedTuple):
    """The pairs that one Composition composes, its settings, and a folder for the files that a plan reads."""

    pairs: list[Pair]
    platform: dict[str, Any]
    folder: Path


class Edited(NamedTuple):
    """The pairs of a scope in a namespace, what the plan says of each, and what was there before the edits."""

    namespace: str
    pairs: list[Pair]
    groups: list[Group]
    said: Verdicts
    before: Seen


@pytest.fixture(scope="module")
def edited(
    kubectl: Kubectl, scope: Scope, foreign_kinds: None, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Edited]:
    """Create the first documents, wait, and edit all of them; each scope has half of the pairs."""
    with ExitStack() as stack:
        platforms: dict[str, Any] = {}
        for delivery in DELIVERIES[scope]:
            name, spec = f"e2e-plan-{delivery}", {**mapping_at(SETTINGS, "spec"), "delivery": delivery}
            platforms[name] = stack.enter_context(composition(kubectl, "eventdrivenservice", name, spec))
        namespace = stack.enter_context(new_namespace(kubectl, scope))
        stack.callback(empty, kubectl, scope, namespace, SECONDS)
        tried = islice(pairs(namespace), COUNT // SAMPLE)
        found = [pair for pair in tried if pair.number % 2 == FIRST[scope]]
        groups = {
            name: Group(found[first :: len(platforms)], platforms[name], tmp_path_factory.mktemp(name))
            for first, name in enumerate(platforms)
        }
        said: Verdicts = {}
        for name, group in groups.items():
            said |= planned(group, scope, "old.yaml", "new.yaml")
            created = listed([composed_by(pair.old, name, scope) for pair in group.pairs if pair.old])
            kubectl("create", "--save-config", "-f", "-", "--output=name", stdin=created, seconds=SECONDS)
        wait_until_settled(kubectl, scope, namespace, SECONDS)
        before = look(kubectl, namespace)
        for name, group in groups.items():
            apply(kubectl, [composed_by(pair.new, name, scope) for pair in group.pairs if pair.new], said)
        gone = [pair.name for pair in found if pair.new is None]
        kubectl("delete", SERVICE, *gone, f"--namespace={namespace}", f"--timeout={SECONDS}s", seconds=SECONDS)
        yield Edited(namespace, found, list(groups.values()), said, before)


def planned(group: Group, scope: Scope, *words: str) -> Verdicts:
    """Return what `platformctl plan` says of each pair."""
    versions = {
        "old": [pair.old for pair in group.pairs if pair.old],
        "new": [pair.new for pair in group.pairs if pair.new],
    }
    for name, documents in {**versions, "platform": [group.platform]}.items():
        (group.folder / f"{name}.yaml").write_text(dump(documents))
    program = str(Path(sys.executable).with_name("platformctl"))
    command = [program, "plan", *words, "--platform-config=platform.yaml", f"--scope={scope}", "--output=json"]
    done = subprocess.run(command, cwd=group.folder, capture_output=True, text=True, check=True, timeout=SECONDS)
    said: Verdicts = {pair.name: [] for pair in group.pairs}
    for claim in json.loads(done.stdout)["claims"]:
        objects = [f"{planned['action']} {planned['kind']}" for planned in claim["objects"]]
        said[claim["name"]] = sorted([*objects, *(["refuse"] if claim["refused"] else [])])
    return said


def listed(documents: list[dict[str, Any]]) -> str:
    return json.dumps({"apiVersion": "v1", "kind": "List", "items": documents})


def apply(kubectl: Kubectl, documents: list[dict[str, Any]], said: Verdicts) -> None:
    """Apply what a plan accepts together, and what it refuses one by one: kubectl or the API server may reject it."""
    refused = [document for document in documents if "refuse" in said[document["metadata"]["name"]]]
    accepted = [document for document in documents if document not in refused]
    kubectl("apply", "-f", "-", "--output=name", stdin=listed(accepted), seconds=SECONDS)
    for document in refused:
        try:
            kubectl("apply", "-f", "-", "--output=name", stdin=json.dumps(document))
        except RefusedError as error:
            if not any(text in str(error) for text in REJECTIONS):
                raise


def test_what_the_plan_says_is_what_happens(kubectl: Kubectl, scope: Scope, edited: Edited) -> None:
    done: Verdicts = {}
    wait_until_settled(kubectl, scope, edited.namespace, SECONDS)

    def as_said() -> bool:
        after = look(kubectl, edited.namespace)
        done.update({pair.name: happened(edited.before, after, pair) for pair in edited.pairs})
        return done == edited.said

    try:
        # what is no longer needed is deleted after all else is applied
        until(as_said, DELETION_SECONDS, "what the plan says to happen")
    except Problem:
        assert done == edited.said
        raise
    finally:
        if done and SAMPLE == 1:
            plan_table.write(scope, edited.pairs, edited.said, done)


def test_then_the_plan_finds_no_difference_to_the_cluster(scope: Scope, edited: Edited) -> None:
    said: Verdicts = {}
    for group in edited.groups:
        said |= planned(group, scope, "--live", "new.yaml")
    refused = {name: ["refuse"] for name, verdicts in edited.said.items() if "refuse" in verdicts}
    assert {name: verdicts for name, verdicts in said.items() if verdicts} == refused


def test_every_verdict_was_given(edited: Edited) -> None:
    given = [verdict.partition(" ")[0] for found in edited.said.values() for verdict in found]
    assert {verdict for verdict in VERDICTS if given.count(verdict) < LEAST} == set()
