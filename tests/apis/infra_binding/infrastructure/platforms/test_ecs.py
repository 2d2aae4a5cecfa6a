import pytest

from function.base.manifest import Manifest
from tests.bindings import composite
from tests.infrastructure import CHANGES, NO_CLOUDS, REFUSED, SHARED, runtime
from tests.plug_ins.cases import Cases
from tests.support import assert_refused, outcome

CASES = Cases(
    whole={"platform": "ecs", **SHARED},
    changes=CHANGES,
    for_applications=CHANGES,
    refused=[("compute", None), ("compute", {}), ("compute", {"instance_count": 3}), *REFUSED, *NO_CLOUDS],
)


@pytest.mark.parametrize("compute", [{}, {"instance_count": 3}, {"auto_scaling": {"enabled": True}}])
def test_a_cluster_or_a_type_of_instances_is_required(compute: Manifest) -> None:
    text = "spec.infrastructure.runtime.compute: cluster_id or instance_type is required"
    assert_refused(composite(runtime(platform="ecs", compute=compute)), text)


@pytest.mark.parametrize("compute", [{"cluster_id": "prod"}, {"instance_type": "fargate"}])
def test_one_of_them_is_enough(compute: Manifest) -> None:
    assert outcome(composite(runtime(platform="ecs", compute=compute))).fatal is None
