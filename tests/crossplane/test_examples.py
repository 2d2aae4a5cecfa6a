"""Every example as the real reconciler renders it: our command line says the same, and the schemas take it all."""

from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from tests.crossplane import ours
from tests.crossplane.layout import INPUT_SCHEMAS, MANIFEST_SCHEMAS, SCOPES, Case, Scope, compositions, examples, xrds
from tests.crossplane.real import Crossplane

Rendered = Callable[[Case], list[dict[str, Any]]]


def _name(case: Case) -> str:
    return f"{case.api}/{case.document.parent.name}"


@pytest.fixture(scope="module")
def rendered(programs: Mapping[str, Path], address: str, tmp_path_factory: pytest.TempPathFactory) -> Rendered:
    """Return what one reconcile makes of a case, rendered once however many tests look at it."""
    return cache(Crossplane(programs, tmp_path_factory.mktemp("rendered"), address).render)


def test_there_are_examples_of_both_scopes() -> None:
    assert {case.scope for case in examples()} == set(SCOPES)


@pytest.mark.parametrize("case", examples(), ids=_name)
def test_platformctl_says_what_crossplane_does(
    case: Case, rendered: Rendered, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Both the composed resources, key by key, and the status that Crossplane would store."""
    told = rendered(case)
    printed = ours.render(case, tmp_path, capsys)
    real, mine = ours.composed(told), ours.composed(printed)
    assert real.keys() == mine.keys()
    assert {key: ours.without_additions(real[key], mine[key]) for key in mine} == mine
    assert ours.status(told[0]) == ours.status(printed[0])
    assert ours.conditions(told[0]) == ours.conditions(printed[0])


@pytest.mark.parametrize("scope", SCOPES)
def test_the_schemas_take_the_requests_and_the_results(
    scope: Scope, rendered: Rendered, crossplane: Crossplane
) -> None:
    documents = []
    cases = [case for case in examples() if case.scope == scope]
    for case in cases:
        composed = ours.composed(rendered(case))
        documents += [rendered(case)[0], *composed.values(), *ours.manifests(composed)]
    extensions = [*{case.xrd for case in cases}, MANIFEST_SCHEMAS]
    resources = [*(case.document for case in cases), crossplane.write("documents.yaml", *documents)]
    assert crossplane.findings(extensions, resources) == []


def test_an_unknown_field_in_a_manifest_would_be_found(rendered: Rendered, crossplane: Crossplane) -> None:
    case = examples()[0]
    first, *others = ours.manifests(ours.composed(rendered(case)))
    manifests = [{**first, "spec": {**first["spec"], "unheardOf": 1}}, *others]
    found = crossplane.findings_of([case.xrd, MANIFEST_SCHEMAS], manifests)
    assert len(found) == 1
    assert "unheardOf" in found[0]


def test_a_kind_without_a_schema_would_be_found(crossplane: Crossplane) -> None:
    unheard = {"apiVersion": "example.org/v1", "kind": "Unheard", "metadata": {"name": "of"}}
    assert crossplane.findings_of([MANIFEST_SCHEMAS], [unheard]) == ["Unheard of: missingSchema"]


def test_a_steady_state_stays_as_it_is(rendered: Rendered, crossplane: Crossplane) -> None:
    case = examples()[0]
    first = ours.composed(rendered(case))
    observed = crossplane.write("observed.yaml", *first.values())
    assert ours.composed(crossplane.render(case, observed=observed)) == first


def test_the_shipped_definitions_and_compositions_fit_crossplane(crossplane: Crossplane) -> None:
    assert crossplane.findings([INPUT_SCHEMAS], [*xrds(), *compositions()]) == []
