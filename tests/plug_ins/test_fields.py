"""A plug-in's document renders into objects that a cluster accepts, and each of its fields has an effect."""

import pytest

from function.apis.infra_binding.dapr.components import COMPONENT
from function.apis.infra_binding.jobs.job import JOB
from function.apis.infra_binding.member import Member
from function.base.manifest import Json, Manifest, at, mapping_at
from function.base.request import Request
from function.delivery.live import asked
from function.render import check, render
from tests.bindings import PLATFORM
from tests.leaves import leaf, leaves, replaced
from tests.plug_ins.cases import Cases
from tests.plug_ins.families import BROKERS, CASES, PlugIn
from tests.schemas import violations

CHANGES = [
    pytest.param(plug_in, cases, place, id=f"{plug_in}.{place}") for plug_in, cases in CASES for place in cases.changes
]

BESIDE = (JOB.of(""), *map(COMPONENT.of, BROKERS))
"""The keys of what is there only because the entry refers to it."""


def settings(cases: Cases) -> Manifest:
    """Return PLATFORM with what the plug-in's documents must be allowed."""
    return {**PLATFORM, "spec": {**mapping_at(PLATFORM, "spec"), "policy": cases.policy}}


def manifests(plug_in: PlugIn, cases: Cases, document: Manifest) -> dict[str, Json]:
    """Return the plain manifests by key, but for the document of a binding, which repeats all that it says."""
    answer = render(Request(xr=plug_in.composite(document), platform=settings(cases)))
    assert answer.fatal is None, answer.fatal
    made = {key: dict(asked(composed.manifest)) for key, composed in answer.resources.items()}
    assert {key: violations(manifest) for key, manifest in made.items()} == {key: [] for key in made}
    return {key: manifest for key, manifest in made.items() if key != "document"}


@pytest.mark.parametrize(("plug_in", "cases"), CASES, ids=map(str, dict(CASES)))
def test_the_whole_document_is_valid(plug_in: PlugIn, cases: Cases) -> None:
    assert check(plug_in.composite(cases.whole), settings(cases)) == []
    manifests(plug_in, cases, cases.whole)


@pytest.mark.parametrize(("plug_in", "cases", "place"), CHANGES)
def test_another_value_gives_other_objects(plug_in: PlugIn, cases: Cases, place: str) -> None:
    changed = manifests(plug_in, cases, replaced(cases.whole, place, cases.changes[place]))
    same = changed == manifests(plug_in, cases, cases.whole)
    assert not same or place in cases.for_applications, (
        f"{place} changes no object: use the field, or add {place!r} to for_applications if only applications read it"
    )
    assert same or place not in cases.for_applications, f"{place} changes objects: remove it from for_applications"


@pytest.mark.parametrize(("plug_in", "cases"), CASES, ids=map(str, dict(CASES)))
def test_every_field_has_its_change(plug_in: PlugIn, cases: Cases) -> None:
    changed, fields = {leaf(place) for place in cases.changes}, set(leaves(plug_in.model))
    assert changed == fields, f"CASES.changes: add {sorted(fields - changed)}, remove {sorted(changed - fields)}"
    assert set(cases.for_applications) <= cases.changes.keys()


@pytest.mark.parametrize(("plug_in", "cases"), CASES, ids=map(str, dict(CASES)))
def test_every_key_of_an_entry_is_one_that_it_declares(plug_in: PlugIn, cases: Cases) -> None:
    """Crossplane deletes an object whose key is not composed, and only declared keys are guarded against that."""
    if issubclass(plug_in.model, Member):
        declared = [(f"{part.key}-", part.kind) for part in plug_in.model.makes]
        made = manifests(plug_in, cases, cases.whole)
        for key, manifest in ((key, made[key]) for key in made if not key.startswith(BESIDE)):
            assert at(manifest, "kind") in [kind for prefix, kind in declared if key.startswith(prefix)]
