"""What is not valid is taken out of a claim."""

import pytest

from function.base.manifest import Json, Manifest
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
        ({"args": ["x", 1]}, {}),
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
