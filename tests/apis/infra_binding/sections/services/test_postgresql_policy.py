"""What the platform allows services of bindings to have: the rules are those of all types."""

import pytest

from function.apis.infra_binding.sections.services.postgresql import Model
from function.base.manifest import Json, Manifest
from function.platform.config import PlatformConfig

SHOP: Manifest = {"type": "postgresql", "database": "shop", "owner": "shop", "storage": {"size": "5Gi"}}
ALLOWED: Manifest = {"types": ["postgresql"]}


def breaches(policy: Manifest, **fields: Json) -> list[tuple[str, str]]:
    config = PlatformConfig.model_validate({"policy": {"bindingServices": policy, "maxLimits": {"memory": "1Gi"}}})
    found = Model.model_validate({**SHOP, **fields}).problems("a", "shop", config)
    return [(problem.path, str(problem.setting).removeprefix("PlatformConfig.spec.policy.")) for problem in found]


@pytest.mark.parametrize("types", [[], ["redis"], ["postgres"]])
def test_no_type_is_allowed_unless_the_platform_says_so(types: Json) -> None:
    assert breaches({"types": types}) == [("a.type", "bindingServices.types")]


@pytest.mark.parametrize(
    ("policy", "fields", "path", "setting"),
    [
        ({"maxInstances": 2}, {"instances": 3}, "a.instances", "maxInstances"),
        ({"maxInstances": 2}, {"pool": {"size": 1, "instances": 3}}, "a.pool.instances", "maxInstances"),
        ({"maxStorage": "5000Mi"}, {}, "a.storage.size", "maxStorage"),
        ({"storageClasses": []}, {"storage": {"size": "1Gi", "class": "fast"}}, "a.storage.class", "storageClasses"),
    ],
)
def test_what_is_above_a_bound(policy: Manifest, fields: dict[str, Json], path: str, setting: str) -> None:
    assert breaches({**ALLOWED, **policy}, **fields) == [(path, f"bindingServices.{setting}")]
    assert breaches(ALLOWED, **fields) == []


def test_memory_is_bounded_as_for_all_containers() -> None:
    assert breaches(ALLOWED, resources={"limits": {"memory": "2Gi"}}) == [
        ("a.resources.limits.memory", "maxLimits.memory")
    ]


@pytest.mark.parametrize(
    "policy",
    [{"maxInstances": 1}, {"maxStorage": "5Gi"}, {"maxStorage": "5120Mi"}, {"storageClasses": []}],
)
def test_what_is_within_the_bounds(policy: Manifest) -> None:
    assert breaches({**ALLOWED, **policy}) == []


def test_a_schedule_must_not_run_backward() -> None:
    config = PlatformConfig.model_validate({"policy": {"bindingServices": ALLOWED}})
    found = Model.model_validate({**SHOP, "backup": {"schedule": "0 6-2 * * *"}}).problems("a", "shop", config)
    assert [(problem.path, problem.code) for problem in found] == [("a.backup.schedule", "EP227")]
