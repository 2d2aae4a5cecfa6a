import pytest

from function.base.manifest import Json, Manifest
from function.base.validation import parse
from function.platform.resources import KINDS, ResourceList, Resources


def test_amounts_have_the_names_of_kubernetes() -> None:
    given: Manifest = {"cpu": 1, "memory": "1Gi", "ephemeral-storage": "2Gi"}
    assert ResourceList.model_validate(given).amounts() == {"cpu": "1", "memory": "1Gi", "ephemeral-storage": "2Gi"}
    assert ResourceList().amounts() == {}


@pytest.mark.parametrize("name", KINDS)
@pytest.mark.parametrize(
    ("request_", "limit"), [("1", "1"), ("1000m", "1"), ("1Gi", "1024Mi"), ("0", "0"), ("1", "1k")]
)
def test_a_request_up_to_the_limit(name: str, request_: str, limit: str) -> None:
    assert parse(Resources, {"requests": {name: request_}, "limits": {name: limit}}, "spec")[1] == []


@pytest.mark.parametrize("name", KINDS)
@pytest.mark.parametrize(("request_", "limit"), [("1001m", "1"), ("1Gi", "1G"), (2, 1), ("1", "0"), ("1e3", "999")])
def test_a_request_above_the_limit(name: str, request_: Json, limit: Json) -> None:
    problems = parse(Resources, {"requests": {name: request_}, "limits": {name: limit}}, "spec")[1]
    words = f"spec.requests: the {name} request must not exceed the {name} limit; got {request_} and {limit}"
    assert [str(problem) for problem in problems] == [words]


@pytest.mark.parametrize("name", KINDS)
def test_one_side_alone_is_judged_with_the_size(name: str) -> None:
    assert parse(Resources, {"requests": {name: "99"}}, "spec")[1] == []
    assert parse(Resources, {"limits": {name: "1"}}, "spec")[1] == []
