import pytest

from function.base.manifest import Json
from tests.documents import platform, worker
from tests.support import assert_rejects, assert_renders

POD = "deployment.spec.template.spec"


def amounts(cpu: str, memory: str) -> Json:
    return {"cpu": cpu, "memory": memory}


SMALL: Json = {"requests": amounts("250m", "512Mi"), "limits": amounts("1000m", "2Gi")}
MEDIUM: Json = {"requests": amounts("500m", "1Gi"), "limits": amounts("2000m", "4Gi")}
LARGE: Json = {"requests": amounts("1000m", "2Gi"), "limits": amounts("4000m", "8Gi")}


@pytest.mark.parametrize(
    ("fields", "expected"),
    [({}, MEDIUM), ({"size": "small"}, SMALL), ({"size": "medium"}, MEDIUM), ({"size": "large"}, LARGE)],
)
def test_the_sizes_that_are_contract(fields: dict[str, Json], expected: Json) -> None:
    spec = worker(initContainer={"args": ["up"]}, **fields)
    both = {f"{POD}.containers.0.resources": expected, f"{POD}.initContainers.0.resources": expected}
    assert_renders(spec, both)


@pytest.mark.parametrize(
    ("resources", "requests", "limits", "reason"),
    [
        ({"requests": {"cpu": "300m"}}, {"cpu": "300m"}, {}, "one amount replaced"),
        ({"requests": {"cpu": "3"}}, {"cpu": "3"}, {"cpu": "3"}, "a request above the size's limit raises it"),
        ({"limits": {"memory": "600Mi"}}, {"memory": "600Mi"}, {"memory": "600Mi"}, "a limit below lowers the request"),
        ({"limits": {"memory": "1024Mi"}}, {}, {"memory": "1024Mi"}, "equal in another unit stays"),
        ({"requests": {"cpu": 1}, "limits": {"cpu": 1}}, {"cpu": "1"}, {"cpu": "1"}, "whole numbers are texts"),
        (
            {"requests": {"ephemeral-storage": "1Gi"}},
            {"ephemeral-storage": "1Gi"},
            {},
            "an amount the size does not have",
        ),
        (
            {"limits": {"ephemeral-storage": "2Gi"}},
            {},
            {"ephemeral-storage": "2Gi"},
            "a limit the size does not have",
        ),
    ],
)
def test_single_amounts(resources: Json, requests: dict[str, Json], limits: dict[str, Json], reason: str) -> None:
    expected: Json = {
        "requests": {"cpu": "500m", "memory": "1Gi"} | requests,
        "limits": {"cpu": "2000m", "memory": "4Gi"} | limits,
    }
    assert reason
    assert_renders(worker(resources=resources), {f"{POD}.containers.0.resources": expected})


@pytest.mark.parametrize(
    ("size", "expected"),
    [
        ({}, None),
        ({"requests": {"cpu": "1"}}, {"requests": {"cpu": "1"}}),
        ({"limits": {"memory": "1Gi"}}, {"limits": {"memory": "1Gi"}}),
    ],
)
def test_a_size_of_the_platform_may_leave_amounts_out(size: Json, expected: Json) -> None:
    config = platform(sizes={"own": size}, defaultSize="own")
    assert_renders(worker(), {f"{POD}.containers.0.resources": expected}, config)


BYTES = "must be a number of bytes such as 512Mi or 1.5Gi; m would be thousandths of a byte; got "
UNIT = "Hint: use a unit, such as 512Mi: a number without a unit is a number of bytes"
QUANTITY = "must be a Kubernetes quantity such as 250m, 1.5 or 512Mi; got "
QUOTES = ". Hint: put the value in quotes, or YAML reads it as another type"


@pytest.mark.parametrize(
    ("resources", "path", "message"),
    [
        ({"requests": {"cpu": "lots"}}, "requests.cpu", QUANTITY + "'lots'"),
        ({"requests": {"cpu": ""}}, "requests.cpu", QUANTITY + "''"),
        ({"requests": {"memory": "512 Mi"}}, "requests.memory", BYTES + "'512 Mi'"),
        ({"requests": {"memory": "512mb"}}, "requests.memory", BYTES + "'512mb'"),
        ({"requests": {"memory": "512m"}}, "requests.memory", BYTES + "'512m'"),
        ({"limits": {"ephemeral-storage": "512m"}}, "limits.ephemeral-storage", BYTES + "'512m'"),
        ({"limits": {"memory": 512}}, "limits.memory", f"memory must be at least 4Mi; got 512. {UNIT}"),
        ({"requests": {"memory": "4095Ki"}}, "requests.memory", f"memory must be at least 4Mi; got 4095Ki. {UNIT}"),
        ({"limits": {"cpu": 1.5}}, "limits.cpu", "must be a string; got 1.5" + QUOTES),
        ({"limits": {"cpu": True}}, "limits.cpu", "must be a string; got true" + QUOTES),
        (
            {"requests": {"cpu": "2"}, "limits": {"cpu": "1500m"}},
            "requests",
            "the cpu request must not exceed the cpu limit; got 2 and 1500m",
        ),
        (
            {"requests": {"ephemeral-storage": "2Gi"}, "limits": {"ephemeral-storage": "1Gi"}},
            "requests",
            "the ephemeral-storage request must not exceed the ephemeral-storage limit; got 2Gi and 1Gi",
        ),
        ({"cpu": "1"}, "cpu", "unknown field. Hint: valid fields are limits, requests"),
        ({"requests": {"memroy": "1Gi"}}, "requests.memroy", "unknown field; did you mean 'memory'?"),
    ],
)
def test_what_is_refused(resources: Json, path: str, message: str) -> None:
    assert_rejects(worker(resources=resources), f"spec.resources.{path}", message)
