import pytest

from function.base.manifest import Manifest
from tests.bindings import composite
from tests.infrastructure import CHANGES, NO_CLOUDS, REFUSED, SHARED, runtime
from tests.plug_ins.cases import Cases
from tests.support import assert_refused, outcome

CASES = Cases(
    whole={"platform": "emr", **SHARED},
    changes=CHANGES,
    for_applications=CHANGES,
    refused=[("compute", None), ("compute.cluster_id", None), *REFUSED, *NO_CLOUDS],
)


@pytest.mark.parametrize(
    ("fields", "missing"),
    [
        ({}, "compute"),
        ({"compute": {}}, "compute.cluster_id"),
        ({"compute": {"instance_count": 3}}, "compute.cluster_id"),
    ],
)
def test_the_cluster_is_required(fields: Manifest, missing: str) -> None:
    answer = composite(runtime(platform="emr", **fields))
    assert_refused(answer, f"spec.infrastructure.runtime.{missing}: required field missing")


def test_nothing_else_is() -> None:
    assert outcome(composite(runtime(platform="emr", compute={"cluster_id": "0123-456789-abc123"}))).fatal is None
