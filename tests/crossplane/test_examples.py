"""Every example as the real reconciler renders it: our command line says the same, and the schemas take it all."""

from pathlib import Path

import pytest

from tests.crossplane import ours
from tests.crossplane.layout import INPUT_SCHEMAS, MANIFEST_SCHEMAS, SCOPES, Case, compositions, examples, xrds
from tests.crossplane.real import Crossplane


def _name(case: Case) -> str:
    return f"{case.api}/{case.document.parent.name}"


every_example = pytest.mark.parametrize("case", examples(), ids=_name)


def test_there_are_examples_of_both_scopes() -> None:
    assert {case.scope for case in examples()} == set(SCOPES)


@every_example
def test_platformctl_says_what_crossplane_does(case: Case, crossplane: Crossplane, tmp_path: Path) -> None:
    """Both the composed resources, key by key, and the status that Crossplane would store."""
    rendered, printed = crossplane.render(case), ours.render(case, tmp_path)
    real, mine = ours.composed(rendered), ours.composed(printed)
    assert real.keys() == mine.keys()
    assert {key: ours.without_additions(real[key], mine[key]) for key in mine} == mine
    assert ours.status(rendered[0]) == ours.status(printed[0])
    assert ours.conditions(rendered[0]) == ours.conditions(printed[0])


@every_example
def test_the_schemas_take_the_request_and_the_result(case: Case, crossplane: Crossplane) -> None:
    rendered = crossplane.render(case)
    composed = ours.composed(rendered)
    documents = crossplane.write("documents.yaml", rendered[0], *composed.values(), *ours.manifests(composed))
    assert crossplane.findings([case.xrd, MANIFEST_SCHEMAS], [case.document, documents]) == []


def test_an_unknown_field_in_a_manifest_would_be_found(crossplane: Crossplane) -> None:
    case = examples()[0]
    manifests = ours.manifests(ours.composed(crossplane.render(case)))
    manifests[0]["spec"]["unheardOf"] = 1
    found = crossplane.findings_of([case.xrd, MANIFEST_SCHEMAS], manifests)
    assert len(found) == 1
    assert "unheardOf" in found[0]


def test_a_kind_without_a_schema_would_be_found(crossplane: Crossplane) -> None:
    unheard = {"apiVersion": "example.org/v1", "kind": "Unheard", "metadata": {"name": "of"}}
    assert crossplane.findings_of([MANIFEST_SCHEMAS], [unheard]) == ["Unheard: missingSchema"]


def test_a_steady_state_stays_as_it_is(crossplane: Crossplane) -> None:
    case = examples()[0]
    first = ours.composed(crossplane.render(case))
    observed = crossplane.write("observed.yaml", *first.values())
    assert ours.composed(crossplane.render(case, observed=observed)) == first


def test_the_shipped_definitions_and_compositions_fit_crossplane(crossplane: Crossplane) -> None:
    assert crossplane.findings([INPUT_SCHEMAS], [*xrds(), *compositions()]) == []
