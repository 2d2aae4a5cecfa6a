import pytest

from function.base.manifest import Json, Manifest
from function.base.validation import parse
from function.platform.resources import KINDS, ResourceList, Resources


def test_amounts_have_the_names_of_kubernetes() -> None:
    given: Manifest = {"cpu": 1, "memory": "1Gi", "ephemeral-storage": "2Gi"}
    assert ResourceList.model_validate(given).amounts() == {"cpu": "1", "memory": "1Gi", "ephemeral-storage": "2Gi"}
    assert ResourceList().amounts() == {}


BYTES = [name for name in KINDS if name != "cpu"]
FITTING = [("cpu", "1", "1"), ("cpu", "1000m", "1"), ("cpu", "0", "0"), ("cpu", "1", "1k")]
FITTING += [(name, *pair) for name in BYTES for pair in (("8Mi", "8Mi"), ("1Gi", "1024Mi"), ("4194304", "4Mi"))]
CROSSED: list[tuple[str, Json, Json]] = [
    *(("cpu", *pair) for pair in (("1001m", "1"), (2, 1), ("1", "0"), ("1e3", "999"))),
    *((name, *pair) for name in BYTES for pair in (("1Gi", "1G"), ("8Mi", "4Mi"), ("1e8", 99_000_000))),
]


@pytest.mark.parametrize(("name", "request_", "limit"), FITTING)
def test_a_request_up_to_the_limit(name: str, request_: str, limit: str) -> None:
    assert parse(Resources, {"requests": {name: request_}, "limits": {name: limit}}, "spec")[1] == []


@pytest.mark.parametrize(("name", "request_", "limit"), CROSSED)
def test_a_request_above_the_limit(name: str, request_: Json, limit: Json) -> None:
    problems = parse(Resources, {"requests": {name: request_}, "limits": {name: limit}}, "spec")[1]
    words = f"spec.requests: the {name} request must not exceed the {name} limit; got {request_} and {limit}"
    assert [str(problem) for problem in problems] == [words]


@pytest.mark.parametrize("name", KINDS)
def test_one_side_alone_is_judged_with_the_size(name: str) -> None:
    assert parse(Resources, {"requests": {name: "99Gi"}}, "spec")[1] == []
    assert parse(Resources, {"limits": {name: "4Mi"}}, "spec")[1] == []


@pytest.mark.parametrize("amount", ["512m", "0.5m", "Mi", "1 Gi", "-1Gi"])
@pytest.mark.parametrize("name", BYTES)
def test_what_is_no_number_of_bytes(name: str, amount: str) -> None:
    (problem,) = parse(Resources, {"requests": {name: amount}}, "spec")[1]
    assert problem.path == f"spec.requests.{name}"
    assert problem.code == "EP106"


@pytest.mark.parametrize("amount", [0, 1, 512, "4095Ki", "4M"])
def test_memory_in_which_nothing_starts(amount: Json) -> None:
    (problem,) = parse(Resources, {"limits": {"memory": amount}}, "spec")[1]
    assert (problem.path, problem.code) == ("spec.limits.memory", "EP201")
