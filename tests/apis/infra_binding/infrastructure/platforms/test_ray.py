import pytest

from function.base.manifest import Manifest
from tests.bindings import composite
from tests.infrastructure import CHANGES, CLOUDS, OF_CLOUDS, REFUSED, SHARED, WRONG_CLOUDS, runtime
from tests.plug_ins.cases import Cases
from tests.support import assert_refused, outcome

CASES = Cases(
    whole={"platform": "ray", **SHARED, **CLOUDS},
    changes={**CHANGES, **OF_CLOUDS},
    for_applications={**CHANGES, **OF_CLOUDS},
    refused=[("compute", None), ("compute", {}), ("compute", {"instance_type": "m5.4xlarge"}), *REFUSED, *WRONG_CLOUDS],
)


@pytest.mark.parametrize("compute", [{}, {"instance_type": "m5.4xlarge"}, {"instance_count": 10}])
def test_a_cluster_or_its_instances_are_required(compute: Manifest) -> None:
    text = "spec.infrastructure.runtime.compute: cluster_id is required, or instance_type and instance_count"
    assert_refused(composite(runtime(platform="ray", compute=compute)), text)


@pytest.mark.parametrize(
    "compute", [{"cluster_id": "ray-staging"}, {"instance_type": "m5.4xlarge", "instance_count": 10}]
)
def test_one_of_both_is_enough(compute: Manifest) -> None:
    assert outcome(composite(runtime(platform="ray", compute=compute))).fatal is None
