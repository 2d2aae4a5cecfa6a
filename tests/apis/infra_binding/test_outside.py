"""A value outside the binding, such as in a ConfigMap, never removes a job or a fetched secret."""

import pytest

from function.apis.infra_binding.outside import undecided
from function.base.manifest import Json, Manifest
from function.base.outcome import Outcome
from function.base.request import Request
from function.plan import cluster
from function.render import render
from tests.bindings import ROUNDS, binding, composite, process, resolved, topic, vault
from tests.variables import SETTINGS, found

JOB: Manifest = {"resources": {"scoring": process()}}
REFERENCE: Manifest = {"secrets": {"db": vault()}}


def reader(value: str) -> Manifest:
    """Return the fields of a binding whose stream has a property with this value."""
    return {**REFERENCE, "streams": {"orders": topic(properties={"sasl.password": value})}}


def after(first: Manifest, values: Json, second: Manifest, later: Json) -> Outcome:
    """Return the answer to the second spec and the later values, when all objects of the first one exist."""
    seen: dict[str, Manifest] = {}
    for _ in range(ROUNDS):
        made = render(Request(xr=composite(first), platform=SETTINGS, required=found(values), observed=seen))
        assert made.fatal is None, made.fatal
        seen = cluster.observed({key: composed.manifest for key, composed in made.resources.items()})
    return render(Request(xr=composite(second), platform=SETTINGS, required=found(later), observed=seen))


def placed(namespace: str) -> Manifest:
    return {"type": "kubernetes", "namespace": namespace}


@pytest.mark.parametrize(
    ("fields", "values", "later", "key"),
    [
        ({**JOB, "deployment": placed("${N:-far}")}, {"N": "shop"}, {}, "flinkdeployment-scoring"),
        (
            {**JOB, "deployment": placed("${N}")},
            {"N": "shop"},
            {"N": "other"},
            "flinkdeployment-scoring",
        ),
        (reader("${P:-none}"), {"P": "secret://db/password"}, {}, "externalsecret-db"),
        (reader("${P}"), {"P": "secret://db/password"}, {"P": "none"}, "externalsecret-db"),
    ],
)
def test_a_value_that_changes_or_vanishes_removes_nothing(
    fields: Manifest, values: Json, later: Json, key: str
) -> None:
    spec = binding(**fields)
    answer = after(spec, values, spec, later)
    assert [(problem.path, problem.code) for problem in answer.problems] == [(f"observed.resources.{key}", "EP310")]


@pytest.mark.parametrize(
    ("first", "second", "gone"),
    [
        (
            {**JOB, "deployment": placed("${N}")},
            {**JOB, "deployment": {"type": "yarn"}},
            "flinkdeployment-scoring",
        ),
        ({**JOB, "deployment": placed("${N}")}, {"deployment": placed("${N}")}, "flinkdeployment-scoring"),
        (reader("${P}"), reader("none"), "externalsecret-db"),
        (reader("${P}"), {"streams": {"orders": topic("${P:-x}")}}, "externalsecret-db"),
    ],
)
def test_a_change_of_the_binding_removes(first: Manifest, second: Manifest, gone: str) -> None:
    values: Json = {"N": "shop", "P": "secret://db/password"}
    later: Json = {"N": "shop"}
    answer = after(binding(**first), values, binding(**second), later)
    assert answer.fatal is None
    assert gone not in answer.resources


def test_other_texts_decide_nothing() -> None:
    spec = resolved(**JOB, **REFERENCE, deployment={"type": "yarn"})
    assert undecided(spec, "flinkdeployment-scoring", {"spec.description": "${A}"}) is None
    assert undecided(spec, "externalsecret-db", {"spec.description": "by ${A}"}) is None
    assert undecided(spec, "externalsecret-other", {"spec.description": "${A}"}) is None
