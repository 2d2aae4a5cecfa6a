"""The whole answer: what the parts cannot show alone."""

import json
import random

import pytest

from function.base.manifest import Json, Manifest
from function.base.outcome import Outcome
from function.base.problems import errors
from function.base.request import Request
from function.render import check, render
from tests.documents import ALLOWED, LOOSE, namespaced, platform, shuffled, worker, xr
from tests.full import FULL
from tests.leaves import replaced
from tests.support import CONDITIONS, assert_refused, outcome

SPEC_MISTAKES: Manifest = {
    "image": "",
    "nats": {"stream": "a b", "url": "nats://u:CANARY@h"},
    "size": 7,
    "env": [{"name": "A", "value": ["CANARY"]}, "B=CANARY"],
    "replicas": 3,
}


def statuses(answer: Outcome) -> dict[str, str]:
    return {condition.type: condition.status for condition in answer.conditions}


@pytest.mark.parametrize(
    ("document", "config"),
    [
        (xr(worker()), None),
        (xr(FULL), LOOSE),
        (namespaced(FULL), LOOSE),
        (namespaced(FULL), platform(delivery="direct", policy=ALLOWED)),
        (xr({}), None),
        ({}, None),
        (xr(worker()), platform(size=1)),
    ],
)
def test_every_condition_is_told_in_every_answer(document: Manifest, config: Manifest | None) -> None:
    answer = outcome(document, config)
    assert tuple(condition.type for condition in answer.conditions) == CONDITIONS
    assert {condition.status for condition in answer.conditions} <= {"True", "False", "Unknown"}
    assert all(condition.reason for condition in answer.conditions)


def test_nothing_is_ready_before_it_was_seen() -> None:
    answer = outcome(xr(FULL), LOOSE)
    assert [key for key, composed in answer.resources.items() if composed.ready] == []
    assert statuses(answer)["Validated"] == "True"
    assert statuses(answer)["Operational"] != "True"


def test_the_order_of_problems_does_not_depend_on_that_of_the_document() -> None:
    orders = [random.Random(seed) for seed in range(9)]  # noqa: S311 - an order, no secret
    texts = {outcome(xr(shuffled(SPEC_MISTAKES, order))).fatal for order in orders}
    assert len(texts) == 1


def test_problems_are_sorted_by_path_and_none_is_lost() -> None:
    fatal = outcome(xr(SPEC_MISTAKES)).fatal or ""
    paths = [line.partition(":")[0] for line in fatal.splitlines()]
    assert paths == sorted(paths)
    assert paths == [
        "spec.env[0].value",
        "spec.env[1]",
        "spec.image",
        "spec.nats.consumer",
        "spec.nats.stream",
        "spec.nats.url",
        "spec.replicas",
        "spec.size",
    ]


@pytest.mark.parametrize("count", [20, 21, 100])
def test_at_most_twenty_lines_are_told(count: int) -> None:
    variables: Json = [{"name": f"A{position}", "value": position} for position in range(count)]
    answer = outcome(xr(worker(env=variables)))
    assert len((answer.fatal or "").splitlines()) == 20
    assert len(answer.problems) == count


@pytest.mark.parametrize(
    "spec",
    [
        SPEC_MISTAKES,
        replaced(FULL, "env[0].value", 7) | {"args": ["CANARY", 7], "command": ["CANARY", True]},
        replaced(FULL, "env[0]", "A=CANARY"),
        worker(env=[{"name": "A=CANARY", "value": ""}]),
        worker(env=[{"name": "A", "value": {"CANARY": "CANARY"}}]),
        worker(env=[{"name": "A", "value": "CANARY"}, {"name": "A", "value": "CANARY"}]),
        worker(nats="nats://u:CANARY@h"),
        worker(secretRefs=["CANARY"]),
        worker(initContainer={"args": ["up"], "env": [{"name": "A", "value": 7, "secret": "CANARY"}]}),
        worker(initContainer={"env": [{"name": "A", "value": "CANARY"}]}),
    ],
    ids=range(10),
)
def test_what_may_be_a_secret_is_never_told(spec: Manifest) -> None:
    answer = outcome(xr(spec))
    assert answer.fatal
    assert "CANARY" not in repr(answer)
    assert "CANARY" not in repr(check(xr(spec), {}))


def test_a_deep_object_is_no_more_than_a_wrong_one() -> None:
    deep: Json = "bottom"
    for _ in range(40):
        deep = {"a": [deep]}
    assert_refused(xr(worker(size=deep)), "spec.size: must be a string; got an object")


@pytest.mark.parametrize("spec", [worker(size="xlarge"), worker(nats={"consumer": "c"}), {}, SPEC_MISTAKES])
def test_a_rejection_gives_no_status_and_no_resource(spec: Manifest) -> None:
    answer = outcome(xr(spec))
    assert answer.resources == {}
    assert {condition.reason for condition in answer.conditions} == {"InvalidSpec"}
    assert statuses(answer) == {
        "Validated": "False",
        "DependenciesReady": "Unknown",
        "WorkloadAvailable": "Unknown",
        "AutoscalerReady": "Unknown",
        "Operational": "False",
    }


def test_what_runs_is_not_touched_by_a_rejection() -> None:
    seen = {key: composed.manifest for key, composed in outcome(xr(FULL), LOOSE).resources.items()}
    answer = render(Request(xr=xr({}), observed=seen))
    assert answer.fatal
    assert answer.resources == {}


def test_the_two_messages_that_are_contract() -> None:
    assert_refused(xr(worker(size="xlarge")), "spec.size: must be one of [small, medium, large], got 'xlarge'")
    assert_refused(xr(worker(nats={"consumer": "c"})), "spec.nats.stream: required field missing")


def test_the_answer_is_the_same_each_time_and_for_each_order() -> None:
    first = outcome(xr(FULL), LOOSE)
    again = shuffled(xr(FULL), random.Random(7))  # noqa: S311 - an order, no secret
    assert json.dumps(list(outcome(again, LOOSE).resources.items()), default=vars, sort_keys=True) == json.dumps(
        list(first.resources.items()), default=vars, sort_keys=True
    )
    assert outcome(xr(FULL), LOOSE) == first


def test_the_documents_are_not_changed() -> None:
    document, config = xr(FULL), platform(labels={"required": []}, policy=ALLOWED)
    before = json.dumps([document, config])
    outcome(document, config)
    assert json.dumps([document, config]) == before


def test_only_json_comes_out() -> None:
    answer = outcome(xr(FULL), LOOSE)
    manifests = {key: composed.manifest for key, composed in answer.resources.items()}
    assert json.loads(json.dumps([manifests, answer.status])) == [manifests, answer.status]


@pytest.mark.parametrize("document", [xr(worker()), namespaced(FULL)])
def test_a_right_document_has_no_problems(document: Manifest) -> None:
    assert errors(check(document, LOOSE)) == ()


def test_what_an_earlier_step_wants_under_a_key_of_ours_is_not_overwritten() -> None:
    answer = render(Request(xr=xr(worker()), desired=frozenset({"service", "bucket"})))
    assert [(problem.path, problem.code) for problem in answer.problems] == [("desired.resources.service", "EP315")]
    assert answer.conditions[-1].reason == "UnsafeChange"
    assert not answer.resources
