"""What is not valid is taken out of a claim."""

import pytest

from function.base.manifest import Json, Manifest
from function.base.placed import value_at
from function.base.problems import errors
from function.check.judge import judge
from function.importing.accepted import Accepted, accepted
from tests.documents import namespaced, worker
from tests.importing.objects import BUILT_IN


def of(**fields: Json) -> Accepted:
    return accepted(namespaced(worker(**fields)), lambda claim: errors(judge(claim, BUILT_IN) or []))


VARIABLE: Manifest = {"name": "A", "value": "1"}


@pytest.mark.parametrize(
    ("fields", "left"),
    [
        ({"httpPort": 0}, {}),
        ({"nonsense": 1}, {}),
        ({"env": [VARIABLE, {"name": "1 x", "value": "a"}]}, {"env": [VARIABLE]}),
        ({"env": [{"name": "-"}, VARIABLE, {"name": "="}]}, {"env": [VARIABLE]}),
        ({"securityContext": {"runAsUser": 0, "fsGroup": 5}}, {"securityContext": {"fsGroup": 5}}),
        ({"podLabels": {"a.b/c": "d e", "f": "g"}}, {"podLabels": {"f": "g"}}),
        ({"args": ["x"] * 65}, {}),
        ({"args": ["x", 1]}, {"args": ["x"]}),
        ({"args": ["x", None, "y"]}, {"args": ["x", "y"]}),
        ({"args": ["serve", "--token", "hunter2", "--port", "80"]}, {"args": ["serve", "--port", "80"]}),
        ({"args": ["--verbose", "nats://a:hunter2@b", "x"]}, {"args": ["--verbose", "x"]}),
        ({"command": [True, "a", 1.5, "b"]}, {"command": ["a", "b"]}),
        ({"env": [None, VARIABLE, 5]}, {"env": [VARIABLE]}),
        (
            {"env": [{"name": "TOKEN", "value": "hunter2"}, {"name": "1 x", "value": "a"}, VARIABLE]},
            {"env": [VARIABLE]},
        ),
        ({"env": [VARIABLE, {"name": "A", "value": "2"}]}, {"env": [VARIABLE]}),
        ({"securityContext": {"supplementalGroups": [0, 5]}}, {"securityContext": {"supplementalGroups": [5]}}),
        ({"imagePullSecrets": [{"name": "a"}] * 40}, {}),
        ({"secretRefs": [{"name": "s", "env": [{"secretKey": "", "envName": "A"}]}]}, {}),
        ({"scaling": {"triggers": [{"type": "kafka"}, {"type": "cpu", "utilization": 9}]}}, None),
    ],
)
def test_fields_and_items_that_are_not_valid_go(fields: dict[str, Json], left: Manifest | None) -> None:
    found = of(**fields)
    assert found.rejected
    assert found.errors == ()
    if left is not None:
        spec = found.claim["spec"]
        assert isinstance(spec, dict)
        assert {key: value for key, value in spec.items() if key not in worker() and value not in ({}, [])} == left


@pytest.mark.parametrize(
    ("fields", "places"),
    [
        (
            {"env": [{"name": "1 x", "value": "a"}, VARIABLE, {"name": "TOKEN", "value": "hunter2"}, {"name": "-"}]},
            {"spec.env[0].name": 0, "spec.env[2].value": 2, "spec.env[3].value": 3},
        ),
        (
            {"args": ["x", 1, "--token", "hunter2", "y", 2]},
            {"spec.args[1]": 1, "spec.args[2]": 2, "spec.args[3]": 3, "spec.args[5]": 5},
        ),
    ],
)
def test_each_item_has_its_own_reason_and_the_place_that_it_had(
    fields: dict[str, Json], places: dict[str, int]
) -> None:
    found = of(**fields).rejected
    assert {reason.problem.path: reason.place[-1] for reason in found} == places
    assert all(reason.value == value_at(namespaced(worker(**fields)), reason.place) for reason in found)
    assert "hunter2" not in str([reason.problem for reason in found])


def test_a_list_that_loses_all_of_its_items_is_no_reason() -> None:
    found = of(secretRefs=[{"name": "s", "env": [{"secretKey": "", "envName": "A"}]}])
    assert [reason.problem.path for reason in found.rejected] == ["spec.secretRefs[0].env[0].secretKey"]


def test_a_valid_claim_stays() -> None:
    assert of(env=[VARIABLE]) == Accepted(namespaced(worker(env=[VARIABLE])), (), ())


@pytest.mark.parametrize(
    "fields",
    [{"image": "not an image"}, {"image": None}, {"nats": {"stream": "a b", "consumer": "c"}}, {"nats": "x"}],
)
def test_what_a_claim_needs_stays_and_is_an_error(fields: dict[str, Json]) -> None:
    found = of(**fields)
    assert found.errors
    spec = found.claim["spec"]
    assert isinstance(spec, dict)
    assert {key: spec[key] for key in fields} == fields


def test_a_name_that_is_not_valid_is_an_error() -> None:
    claim = namespaced(worker(), name="-")
    found = accepted(claim, lambda claim: errors(judge(claim, BUILT_IN) or []))
    assert (found.claim, [problem.path for problem in found.errors]) == (claim, ["metadata.name"])
