import pytest

from function.base.manifest import Manifest
from tests.bindings import composite
from tests.infrastructure import CHANGES, NO_CLOUDS, REFUSED, SHARED, runtime
from tests.plug_ins.cases import Cases
from tests.support import assert_refused, outcome

CASES = Cases(
    whole={"platform": "fargate", **SHARED},
    changes=CHANGES,
    for_applications=CHANGES,
    refused=[("network", None), ("network.subnet_ids", []), ("network.subnet_ids", None), *REFUSED, *NO_CLOUDS],
)


@pytest.mark.parametrize(
    ("fields", "problem"),
    [
        ({}, "network: required field missing"),
        ({"network": {"vpc_id": "vpc-a"}}, "network.subnet_ids: required field missing"),
        ({"network": {"subnet_ids": []}}, "network.subnet_ids: must have at least 1 item(s)"),
    ],
)
def test_subnets_are_required(fields: Manifest, problem: str) -> None:
    assert_refused(composite(runtime(platform="fargate", **fields)), f"spec.infrastructure.runtime.{problem}")


def test_nothing_else_is() -> None:
    assert outcome(composite(runtime(platform="fargate", network={"subnet_ids": ["subnet-a"]}))).fatal is None
