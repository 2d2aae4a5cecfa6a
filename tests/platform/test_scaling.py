import pytest

from function.base.manifest import Json
from function.platform.scaling import ScalingDefaults
from tests.cel import judge
from tests.documents import platform, worker, xr
from tests.support import assert_refused


@pytest.mark.parametrize(
    ("defaults", "holds"),
    [
        ({}, True),
        ({"minReplicas": 10}, True),
        ({"minReplicas": 2, "maxReplicas": 2}, True),
        ({"minReplicas": 11}, False),
        ({"maxReplicas": 1, "minReplicas": 2}, False),
    ],
)
def test_python_and_cel_agree_on_the_bounds(defaults: dict[str, Json], holds: bool) -> None:
    rule = ScalingDefaults.rules[0]
    assert rule.holds(ScalingDefaults.model_validate(defaults)) == holds
    assert judge(rule.cel, "self", defaults) == holds


def test_impossible_defaults_are_refused_at_their_place() -> None:
    settings = platform(scaling={"defaults": {"minReplicas": 11}})
    assert_refused(
        xr(worker()),
        "PlatformConfig.spec.scaling.defaults.minReplicas: minReplicas must not exceed maxReplicas; got 11 and 10",
        settings,
    )
