import pytest

from function.apis.infra_binding.s3 import PROVISION_IN_REGION, created, refused
from function.apis.infra_binding.sections.checkpoints.s3 import Model
from function.base.manifest import Json
from function.base.meta import Meta
from function.platform.config import PlatformConfig
from tests.bindings import storage
from tests.cel import judge
from tests.schemas import violations
from tests.support import look


@pytest.mark.parametrize(
    ("policy", "settings"),
    [
        ({}, ["bucketProvision"]),
        ({"bucketProvision": True}, []),
        ({"bucketProvision": True, "prefixes": {"shop": ["a"]}}, []),
        ({"bucketProvision": True, "prefixes": {"shop": ["b"]}}, ["prefixes"]),
        ({"prefixes": {}}, ["bucketProvision", "prefixes"]),
    ],
)
def test_who_may_have_a_bucket_made(policy: Json, settings: list[str]) -> None:
    config = PlatformConfig.model_validate({"policy": {"streams": policy}})
    found = list(refused("spec.x.y", "abc", "shop", config))
    assert [problem.setting for problem in found] == [f"PlatformConfig.spec.policy.streams.{name}" for name in settings]
    assert {problem.path for problem in found} <= {"spec.x.y.provision"}


@pytest.mark.parametrize(
    ("fields", "holds"),
    [
        ({}, True),
        ({"provision": False}, True),
        ({"provision": True, "region": "us-east-1"}, True),
        ({"provision": True}, False),
    ],
)
def test_a_bucket_is_made_in_a_region(fields: dict[str, Json], *, holds: bool) -> None:
    document = storage(**fields)
    assert judge(PROVISION_IN_REGION.cel, "self", document) == holds
    assert PROVISION_IN_REGION.holds(Model.model_validate(document)) == holds


def test_its_data_outlives_the_binding() -> None:
    (resource,) = created("checkpoint-a", "company.checkpoints", "us-east-1", Meta("payments", "shop")).own
    assert (resource.key, resource.keep) == ("checkpoint-a", True)
    assert violations(resource.manifest) == []
    assert look(resource.manifest, "metadata.name") == "company-checkpoints"
    assert look(resource.manifest, "metadata.annotations") == {"crossplane.io/external-name": "company.checkpoints"}
