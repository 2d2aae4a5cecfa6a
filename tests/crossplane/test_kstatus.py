"""What Flux waits for, by the library that it judges objects with: current when ready, and never failed or stuck."""

import json
import subprocess
from collections.abc import Iterable, Mapping
from pathlib import Path

import pytest
import yaml

from function.base.condition import TYPES
from function.base.identity import Scope
from function.base.manifest import Json, Manifest, mapping_at, text_at
from function.base.outcome import Outcome
from tests.crossplane.layout import ROOT, SCOPES, Case
from tests.crossplane.real import Crossplane
from tests.status.applied import GENERATION, applied, in_scope, ready
from tests.status.scene import State, condition
from tests.status.states import STATES

Outcomes = Mapping[Scope, Mapping[str, Outcome]]


@pytest.fixture(scope="module")
def every() -> Outcomes:
    """Return the answer in every state of the table, by scope."""
    of_claims = {name: state for name, state in STATES.items() if text_at(state.xr, "kind").startswith("X")}
    states: Mapping[Scope, Mapping[str, State]] = {"claims": of_claims, "namespaced": STATES}
    return {
        scope: {name: in_scope(state, scope).outcome() for name, state in found.items()}
        for scope, found in states.items()
    }


def verdicts(programs: Mapping[str, Path], objects: Iterable[Mapping[str, Json]]) -> list[tuple[str, str]]:
    """Return status and message of each object."""
    text = yaml.safe_dump_all([dict(one) for one in objects])
    done = subprocess.run([programs["kstatus"]], input=text, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return [(line["status"], line["message"]) for line in map(json.loads, done.stdout.splitlines())]


def statuses(programs: Mapping[str, Path], objects: Mapping[str, Manifest]) -> dict[str, str]:
    """Return the status of each object by its name."""
    return dict(zip(objects, (status for status, _ in verdicts(programs, objects.values())), strict=True))


@pytest.mark.parametrize("scope", SCOPES)
def test_an_object_is_current_exactly_when_it_is_ready(
    scope: Scope, every: Outcomes, programs: Mapping[str, Path]
) -> None:
    answers = {name: outcome for name, outcome in every[scope].items() if outcome.fatal is None}
    expected = {name: "Current" if ready(outcome) else "InProgress" for name, outcome in answers.items()}
    assert statuses(programs, {name: applied(outcome, scope) for name, outcome in answers.items()}) == expected
    assert set(expected.values()) == {"Current", "InProgress"}
    assert len(expected) > 100


@pytest.mark.parametrize("scope", SCOPES)
@pytest.mark.parametrize(
    ("name", "status"),
    [
        ("nothing-observed", "InProgress"),
        ("deployment-first", "InProgress"),
        ("rolling-out", "InProgress"),
        ("rollout-overdue", "InProgress"),
        ("applying", "InProgress"),
        ("edit-not-asked-for", "InProgress"),
        ("recorded-missing-secret", "InProgress"),
        ("recorded-image-pull-error", "InProgress"),
        ("recorded-crash-loop", "InProgress"),
        ("binding-secret-awaited", "InProgress"),
        ("binding-nothing-observed", "InProgress"),
        ("healthy", "Current"),
        ("recorded-idle-at-zero", "Current"),
        ("binding-in-place", "Current"),
    ],
)
def test_what_a_pipeline_waits_for(
    name: str, status: str, scope: Scope, every: Outcomes, programs: Mapping[str, Path]
) -> None:
    assert statuses(programs, {name: applied(every[scope][name], scope)}) == {name: status}


def test_an_edit_of_a_composite_is_awaited_until_it_is_rendered(every: Outcomes, programs: Mapping[str, Path]) -> None:
    reported = verdicts(programs, [applied(every["namespaced"]["healthy"], "namespaced", GENERATION + 1)])
    assert reported == [("InProgress", "EventDrivenService generation is 6, but latest observed generation is 5")]


@pytest.mark.parametrize("generation", [1, 2, 3, 400])
def test_the_generation_of_a_claim_does_not_matter(
    generation: int, every: Outcomes, programs: Mapping[str, Path]
) -> None:
    """With the composite's in `status.observedGeneration` a healthy claim would be in progress for ever."""
    found = applied(every["claims"]["healthy"], "claims", generation)
    assert statuses(programs, {"claim": found}) == {"claim": "Current"}
    copied = {**found, "status": {**mapping_at(found, "status"), "observedGeneration": 2}}
    assert statuses(programs, {"claim": copied}) == {"claim": "Current" if generation == 2 else "InProgress"}


@pytest.mark.parametrize(
    ("scope", "edited", "status"),
    [
        ("claims", False, "InProgress"),
        ("claims", True, "Current"),
        ("namespaced", False, "Current"),
        ("namespaced", True, "InProgress"),
    ],
)
def test_what_is_refused_is_awaited_where_kstatus_can_see_it(
    scope: Scope, edited: bool, status: str, every: Outcomes, programs: Mapping[str, Path]
) -> None:
    """Where it is current, Ready is old or not there yet; the guide says what to have Flux look at instead."""
    refused = {name: outcome for name, outcome in every[scope].items() if outcome.fatal is not None}
    before = every[scope]["healthy"] if edited else None
    objects = {name: applied(one, scope, GENERATION + edited, before=before) for name, one in refused.items()}
    assert len(objects) > 3
    assert set(statuses(programs, objects).values()) == {status}


def test_none_of_our_conditions_has_a_meaning_of_its_own(programs: Mapping[str, Path]) -> None:
    """The library knows Reconciling, Stalled and Ready; whatever ours say, an object with them alone is current."""
    assert not {"Reconciling", "Stalled", "Ready"} & set(TYPES)
    bare: Manifest = {"apiVersion": "v1", "kind": "EventDrivenService", "metadata": {"name": "orders"}}
    objects: dict[str, Manifest] = {
        f"{kind}={status}": {**bare, "status": {"conditions": [condition(kind, status)]}}
        for kind in TYPES
        for status in ("True", "False", "Unknown")
    }
    assert set(statuses(programs, objects).values()) == {"Current"}


@pytest.mark.parametrize(
    ("name", "status"), [("namespaced-direct", "InProgress"), ("namespaced-direct-healthy", "Current")]
)
def test_a_composite_as_the_real_reconciler_leaves_it(name: str, status: str, crossplane: Crossplane) -> None:
    document = ROOT / "tests" / "cases" / "eventdrivenservice" / name / "xr.yaml"
    rendered = crossplane.render(Case(document, "eventdrivenservice", "namespaced"))[0]
    assert rendered["metadata"]["generation"] == rendered["status"]["observedGeneration"]
    assert statuses(crossplane.programs, {name: rendered}) == {name: status}
    edited = {**rendered, "metadata": {**rendered["metadata"], "generation": 99}}
    assert statuses(crossplane.programs, {name: edited}) == {name: "InProgress"}


@pytest.mark.parametrize(
    ("text", "message"),
    [
        pytest.param("", "no object", id="nothing"),
        pytest.param("a: [", "document 1", id="not YAML"),
        pytest.param("a: 1", "Object 'Kind' is missing", id="no object"),
        pytest.param("kind: A\n---\n7", "document 2", id="the second is none"),
        pytest.param("kind: A\nmetadata: {generation: x}", "metadata.generation", id="a wrong type"),
    ],
)
def test_what_is_no_object_is_an_error(text: str, message: str, programs: Mapping[str, Path]) -> None:
    done = subprocess.run([programs["kstatus"]], input=text, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert message in done.stderr


def test_an_argument_shows_the_usage(programs: Mapping[str, Path]) -> None:
    done = subprocess.run([programs["kstatus"], "file"], input="", capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (2, "")
    assert "usage: kstatus" in done.stderr
