"""A response is read as what the function has answered."""

import pytest

from function.base.manifest import Manifest
from function.base.outcome import Composed, Outcome, Requirement
from function.base.problems import Problem
from function.base.request import Request
from function.client import CallError
from function.client.received import received
from function.client.sent import sent
from function.render import render
from function.wire.request import parse
from function.wire.response import build
from tests.documents import worker, xr

DEPLOYMENT: Manifest = {
    "apiVersion": "apps/v1",
    "kind": "Deployment",
    "metadata": {"name": "a"},
    "spec": {"replicas": 2},
}


def answered(outcome: Outcome) -> Outcome:
    return received(build(parse(sent(Request(xr=xr(worker()), required={}))), outcome, {}))


def test_resources_and_requirements_come_back_as_they_were() -> None:
    by_name = Requirement(api_version="v1", kind="Secret", namespace="shop", name="a")
    by_labels = Requirement(api_version="v1", kind="Pod", namespace="shop", labels={"app": "a"})
    outcome = Outcome(
        resources={"deployment": Composed(DEPLOYMENT, ready=True), "service": Composed({"kind": "x"}, ready=False)},
        requirements={"one": by_name, "other": by_labels},
    )
    found = answered(outcome)
    assert (found.resources, found.requirements, found.fatal) == (outcome.resources, outcome.requirements, None)


def test_numbers_are_integers_again() -> None:
    found = answered(Outcome(resources={"a": Composed(DEPLOYMENT, ready=True)}))
    assert repr(found.resources["a"].manifest) == repr(DEPLOYMENT)


def test_each_line_of_a_fatal_result_is_an_error_and_there_are_no_resources() -> None:
    problems = tuple(Problem(path=path, message="must not be", code="EP104") for path in ("spec.a", "spec.b"))
    found = answered(Outcome(problems=problems, resources={"a": Composed(DEPLOYMENT, ready=True)}))
    assert list(map(str, found.problems)) == ["spec.a: must not be", "spec.b: must not be"]
    assert found.resources == {}


def test_a_service_comes_back_as_it_was_rendered() -> None:
    outcome = render(Request(xr=xr(worker())))
    assert answered(outcome).resources == outcome.resources


@pytest.mark.parametrize(
    "data",
    [
        b"\xff",
        b"no answer",
        # desired.resources["a"].resource, which is cut off
        b"\x12\x0b\x12\x09\x0a\x01a\x12\x04\x0a\x02\x0a\x05",
    ],
)
def test_anything_else_is_an_error(data: bytes) -> None:
    with pytest.raises(CallError, match="its answer is not a RunFunctionResponse"):
        received(data)
