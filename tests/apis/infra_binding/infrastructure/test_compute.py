"""What platforms require of the cluster and its instances."""

import pytest

from function.base.manifest import Manifest
from tests.bindings import composite
from tests.infrastructure import runtime
from tests.support import assert_refused, outcome


@pytest.mark.parametrize("platform", ["databricks", "emr"])
@pytest.mark.parametrize(
    ("fields", "missing"),
    [
        ({}, "compute"),
        ({"compute": {}}, "compute.cluster_id"),
        ({"compute": {"instance_count": 3}}, "compute.cluster_id"),
    ],
)
def test_some_require_a_cluster(platform: str, fields: Manifest, missing: str) -> None:
    answer = composite(runtime(platform=platform, **fields))
    assert_refused(answer, f"spec.infrastructure.runtime.{missing}: required field missing")


@pytest.mark.parametrize("platform", ["dask", "ray", "spark"])
@pytest.mark.parametrize("compute", [{}, {"instance_type": "m5.4xlarge"}, {"instance_count": 10}])
def test_some_require_a_cluster_or_its_instances(platform: str, compute: Manifest) -> None:
    text = "spec.infrastructure.runtime.compute: cluster_id is required, or instance_type and instance_count"
    assert_refused(composite(runtime(platform=platform, compute=compute)), text)


@pytest.mark.parametrize("platform", ["dask", "databricks", "emr", "ray", "spark"])
def test_a_cluster_is_enough(platform: str) -> None:
    assert outcome(composite(runtime(platform=platform, compute={"cluster_id": "staging"}))).fatal is None


@pytest.mark.parametrize("platform", ["dask", "ray", "spark"])
def test_instances_are_enough_for_some(platform: str) -> None:
    compute: Manifest = {"instance_type": "m5.4xlarge", "instance_count": 10}
    assert outcome(composite(runtime(platform=platform, compute=compute))).fatal is None
