"""Whatever a claim becomes, its plan accounts for every object, and a plan of nothing is empty."""

import json

import click
from hypothesis import given, settings

from function.base.manifest import Json, Manifest, mapping_at
from function.base.problems import Problem
from function.base.request import Request
from function.cli.plans.json import json as as_json
from function.cli.plans.markdown import markdown
from function.cli.plans.text import text
from function.delivery.live import identity
from function.delivery.mark import plain
from function.plan.claims import ClaimId, Version, plan
from function.plan.settled import settled
from function.plan.verdict import Action, Plan
from function.render import render
from tests.convergence.edits import BINDING_DELIVERIES
from tests.documents import LOOSE, xr
from tests.property.models import DETERMINISTIC
from tests.property.strategies import SPECS
from tests.property.test_bindings import BINDINGS

EXAMPLES = settings(DETERMINISTIC, max_examples=20)
CLAIM = ClaimId("shop", "EventDrivenService", "orders")
BINDING, PLATFORM = BINDING_DELIVERIES["claims"]


def _text(problem: Problem) -> str:
    return str(problem)


def planned(old: Request, new: Request) -> Plan:
    versions = [{CLAIM: Version(request=request, answer=render, shown=_text)} for request in (old, new)]
    return plan(*versions)


def marked(request: Request) -> Request:
    """Return the same request with metadata that nothing reads, so that it is rendered again."""
    document: Manifest = {**request.xr, "metadata": {**mapping_at(request.xr, "metadata"), "resourceVersion": "2"}}
    return Request(xr=document, platform=request.platform)


def objects(request: Request) -> set[tuple[str, str, str]]:
    return {identity(plain(manifest)) for manifest in settled(render, request).composed.values()}


def assert_accounts_for_every_object(old: Request, new: Request) -> None:
    found = planned(old, new)
    by_action = {
        action: {
            (planned_object.kind, planned_object.namespace, planned_object.name)
            for planned_object in found.objects
            if planned_object.action is action
        }
        for action in Action
    }
    assert sum(map(len, by_action.values())) == len(list(found.objects))
    if any(claim.refused or claim.notes for claim in found.claims):
        return
    left = objects(old) - by_action[Action.DELETE] - by_action[Action.KEEP]
    assert left | by_action[Action.CREATE] == objects(new)
    assert not left & by_action[Action.CREATE]
    assert left >= set().union(*(by_action[action] for action in (Action.CHANGE, Action.RESTART, Action.UPGRADE)))
    assert json.loads(as_json(found))["summary"]["add"] == len(by_action[Action.CREATE])
    assert all(line.isprintable() for line in (click.unstyle(text(found)) + markdown(found)).split("\n"))


@EXAMPLES
@given(SPECS, SPECS)
def test_of_a_service(before: Json, after: Json) -> None:
    old, new = (Request(xr=xr(mapping_at(spec)), platform=LOOSE) for spec in (before, after))
    assert_accounts_for_every_object(old, new)
    assert planned(old, marked(old)) == Plan(())


@EXAMPLES
@given(BINDINGS, BINDINGS)
def test_of_a_binding(before: Manifest, after: Manifest) -> None:
    old, new = (Request(xr=BINDING(spec), platform=PLATFORM) for spec in (before, after))
    assert_accounts_for_every_object(old, new)
    again = planned(old, marked(old))
    assert again == Plan(()) or again.refused
