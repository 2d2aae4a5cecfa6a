"""The examples: no change is no plan, and pods restart exactly if an edit changes a pod template."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from function.apis.composite import user_spec
from function.base.manifest import Json, Manifest, at, mapping_at
from function.base.problems import Problem
from function.base.request import Request
from function.delivery.mark import plain
from function.plan.claims import ClaimId, Version, plan
from function.plan.verdict import Action, Plan
from function.render import render
from tests.apis.test_every_field import CHANGES
from tests.documents import LOOSE, xr
from tests.full import FULL
from tests.leaves import replaced
from tools import golden

EXAMPLES = golden.folders(golden.EXAMPLES)
SERVICES = [example for example in EXAMPLES if example.parent.name == "eventdrivenservice"]
CLAIM = ClaimId("shop", "EventDrivenService", "orders")


def version(request: Request) -> Version:
    return Version(request=request, answer=render, shown=_text)


def _text(problem: Problem) -> str:
    return str(problem)


def planned(old: Request, new: Request) -> Plan:
    return plan({CLAIM: version(old)}, {CLAIM: version(new)})


def asked(spec: Mapping[str, Json], required: Mapping[str, Sequence[Mapping[str, Json]]] | None = None) -> Request:
    return Request(xr=xr(spec), platform=LOOSE, required=required)


def template(request: Request) -> Json:
    answer = render(request)
    assert answer.fatal is None, answer.fatal
    return at(plain(answer.resources["deployment"].manifest), "spec", "template")


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.name)
def test_an_example_over_itself_changes_nothing(example: Path) -> None:
    document, _, settings = golden.request(example)
    # a mark in the metadata makes them two requests, which are rendered and compared
    marked: Manifest = {**document, "metadata": {**mapping_at(document, "metadata"), "resourceVersion": "2"}}
    request = Request(xr=document, platform=settings, required=golden.fetched(example))
    assert planned(request, replace(request, xr=marked)) == Plan(())


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.name)
def test_an_example_that_is_added_is_only_created_and_one_that_goes_only_deleted_or_kept(example: Path) -> None:
    document, _, settings = golden.request(example)
    only = {CLAIM: version(Request(xr=document, platform=settings, required=golden.fetched(example)))}
    created, gone = plan({}, only), plan(only, {})
    assert {found.action for found in created.objects} == {Action.CREATE}
    assert {found.action for found in gone.objects} <= {Action.DELETE, Action.KEEP}
    assert len(list(created.objects)) == len(list(gone.objects))


@pytest.mark.parametrize("path", CHANGES)
def test_pods_restart_exactly_if_the_pod_template_changes(path: str) -> None:
    old, new = asked(FULL), asked(replaced(FULL, path, CHANGES[path]))
    found = planned(old, new)
    assert found.refused == 0
    assert found.count(Action.RESTART) == int(template(old) != template(new))
    assert found.claims


@pytest.mark.parametrize("example", SERVICES, ids=lambda path: path.name)
def test_so_they_do_for_every_field_of_every_example(example: Path) -> None:
    document, _, _ = golden.request(example)
    spec = user_spec(document)
    assert isinstance(spec, dict)
    edits = {field: {**spec, field: value} for field, value in FULL.items() if spec.get(field) != value}
    edits |= {f"without {field}": {key: spec[key] for key in spec if key != field} for field in spec}
    fetched = golden.fetched(example)
    old = asked(spec, fetched)
    requests = {name: asked(edit, fetched) for name, edit in edits.items()}
    valid = {name: new for name, new in requests.items() if render(new).fatal is None}
    assert len(valid) > 20
    for name, new in valid.items():
        found = planned(old, new)
        assert found.refused == 0, name
        assert found.count(Action.RESTART) == int(template(old) != template(new)), name
