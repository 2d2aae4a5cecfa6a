import pytest

from function.apis.infra_binding.amounts import Amounts, Compute, above
from function.base.manifest import Json, Manifest
from function.base.validation import broken_rules
from function.platform.config import PlatformConfig

POLICY: Manifest = {"maxRequests": {"cpu": "500m"}, "maxLimits": {"memory": "1Gi"}}


def compute(**fields: Json) -> Compute:
    return Compute.model_validate(fields)


def test_what_is_set_is_in_the_manifest() -> None:
    found = compute(requests={"cpu": "250m", "memory": "256Mi"}, limits={"memory": "512Mi"})
    assert found.manifest() == {"requests": {"cpu": "250m", "memory": "256Mi"}, "limits": {"memory": "512Mi"}}
    assert compute().manifest() == {}
    assert Amounts.model_validate({"cpu": 1}).amounts() == {"cpu": "1"}


@pytest.mark.parametrize(
    "fields",
    [{"requests": {"cpu": "2"}, "limits": {"cpu": "1"}}, {"requests": {"memory": "1Gi"}, "limits": {"memory": "1M"}}],
)
def test_a_request_above_its_limit_breaks_a_rule(fields: Manifest) -> None:
    assert len([*broken_rules(Compute.model_validate(fields), "spec")]) > 0


@pytest.mark.parametrize(
    ("fields", "settings"),
    [
        ({"requests": {"cpu": "501m"}}, [("a.requests.cpu", "maxRequests.cpu")]),
        ({"limits": {"memory": "1025Mi"}}, [("a.limits.memory", "maxLimits.memory")]),
        ({"requests": {"cpu": "500m", "memory": "8Gi"}, "limits": {"memory": "1024Mi", "cpu": "8"}}, []),
        ({}, []),
    ],
)
def test_what_exceeds_a_bound_of_the_platform(fields: Manifest, settings: list[tuple[str, str]]) -> None:
    found, config = Compute.model_validate(fields), PlatformConfig.model_validate({"policy": POLICY})
    asked = {"requests": found.requests, "limits": found.limits}
    problems = [(problem.path, problem.setting) for problem in above("a", asked, config)]
    assert problems == [(path, f"PlatformConfig.spec.policy.{setting}") for path, setting in settings]
    assert list(above("a", asked, PlatformConfig())) == []
