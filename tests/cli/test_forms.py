"""The three forms of an outcome, held against one that has an Object and a plain resource."""

from copy import deepcopy

import pytest

from function.base.condition import Condition
from function.base.manifest import Json, Manifest
from function.base.outcome import Composed, Outcome
from function.cli.forms import FORMS

KEY = "crossplane.io/composition-resource-name"
XR: Manifest = {"kind": "XThing", "metadata": {"name": "a-00000"}, "spec": {}}
ACCOUNT: Manifest = {"apiVersion": "v1", "kind": "ServiceAccount", "metadata": {"name": "a", "namespace": "b"}}
WRAPPED: Manifest = {
    "apiVersion": "kubernetes.crossplane.io/v1alpha2",
    "kind": "Object",
    "metadata": {"annotations": {"example.org/a": "b"}},
    "spec": {"forProvider": {"manifest": ACCOUNT}},
}
FOREIGN: Manifest = {"apiVersion": "example.org/v1", "kind": "Object", "metadata": {"name": "c"}, "spec": {"x": 1}}
OUTCOME = Outcome(
    resources={"z": Composed(WRAPPED, ready=False), "a": Composed(FOREIGN, ready=True)},
    status={"endpoint": "http"},
    conditions=(
        Condition("Validated", "True", "Valid", "valid"),
        Condition("Operational", "False", "Waiting", "0/1 pods ready"),
    ),
)


def test_manifests_are_what_runs_without_a_wrapping_and_without_a_mark() -> None:
    assert FORMS["manifests"](XR, OUTCOME) == [ACCOUNT, FOREIGN]


def test_composed_resources_keep_their_annotations_beside_the_key_and_their_order() -> None:
    wrapped, foreign = FORMS["composed"](XR, OUTCOME)
    assert wrapped == {**WRAPPED, "metadata": {"annotations": {"example.org/a": "b", KEY: "z"}}}
    assert foreign == {**FOREIGN, "metadata": {"name": "c", "annotations": {KEY: "a"}}}


def test_the_body_comes_after_the_metadata_wherever_it_stood() -> None:
    odd: Manifest = {"data": {"x": "y"}, "metadata": {"name": "a"}, "kind": "ConfigMap", "apiVersion": "v1"}
    (marked,) = FORMS["composed"](XR, Outcome(resources={"a": Composed(odd, ready=True)}))
    assert list(marked) == ["apiVersion", "kind", "metadata", "data"]


def test_everything_begins_with_the_composite_and_nothing_empty_is_said() -> None:
    whole, *composed = FORMS["all"](XR, OUTCOME)
    conditions: list[Json] = [
        {"type": "Validated", "status": "True", "reason": "Valid", "message": "valid"},
        {"type": "Operational", "status": "False", "reason": "Waiting", "message": "0/1 pods ready"},
    ]
    assert whole == {**XR, "status": {"endpoint": "http", "conditions": conditions}}
    assert composed == FORMS["composed"](XR, OUTCOME)


def test_an_earlier_status_of_the_composite_is_replaced() -> None:
    (whole,) = FORMS["all"]({**XR, "status": {"stale": True}}, Outcome())
    assert whole["status"] == {"conditions": []}


@pytest.mark.parametrize("form", FORMS)
def test_the_outcome_stays_as_it_is(form: str) -> None:
    before = deepcopy((XR, OUTCOME))
    FORMS[form](XR, OUTCOME)
    assert before == (XR, OUTCOME)
