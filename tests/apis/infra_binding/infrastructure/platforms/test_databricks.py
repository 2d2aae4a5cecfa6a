import pytest

from function.base.manifest import Manifest
from tests.bindings import composite
from tests.infrastructure import CHANGES, CLOUDS, OF_CLOUDS, REFUSED, SHARED, WRONG_CLOUDS, runtime
from tests.plug_ins.cases import Cases
from tests.support import assert_refused, outcome

CASES = Cases(
    whole={"platform": "databricks", **SHARED, **CLOUDS},
    changes={**CHANGES, **OF_CLOUDS},
    for_applications={**CHANGES, **OF_CLOUDS},
    refused=[("compute", None), ("compute.cluster_id", None), *REFUSED, *WRONG_CLOUDS],
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
    answer = composite(runtime(platform="databricks", **fields))
    assert_refused(answer, f"spec.infrastructure.runtime.{missing}: required field missing")


def test_nothing_else_is() -> None:
    assert (
        outcome(composite(runtime(platform="databricks", compute={"cluster_id": "0123-456789-abc123"}))).fatal is None
    )
