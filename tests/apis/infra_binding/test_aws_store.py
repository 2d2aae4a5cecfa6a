import pytest

from function.apis.infra_binding.aws_store import Auth, Service, settings, store
from function.base.manifest import Json
from function.platform.config import PlatformConfig

ROLE = "arn:aws:iam::123456789012:role/reader"
PLATFORM = PlatformConfig.model_validate(
    {"aws": {"region": "eu-west-1", "role": ROLE}, "externalSecrets": {"serviceAccount": "reader"}}
)


def auth(**fields: Json) -> Auth:
    return Auth.model_validate(fields)


def test_what_the_platform_says_is_enough() -> None:
    assert store("SecretsManager", None, auth(), PLATFORM).provider == {
        "aws": {
            "service": "SecretsManager",
            "region": "eu-west-1",
            "role": ROLE,
            "auth": {"jwt": {"serviceAccountRef": {"name": "reader"}}},
        }
    }


@pytest.mark.parametrize("service", ["SecretsManager", "ParameterStore"])
def test_it_never_reads_as_external_secrets_itself(service: Service) -> None:
    """Without a ServiceAccount, a binding could read whatever External Secrets may read for others."""
    assert store(service, "eu-west-1", auth(), PlatformConfig()).provider == {
        "aws": {
            "service": service,
            "region": "eu-west-1",
            "auth": {"jwt": {"serviceAccountRef": {"name": "default"}}},
        }
    }


def name(service: Service = "SecretsManager", region: str | None = None, **fields: Json) -> str:
    return store(service, region, auth(**fields), PLATFORM).name


def test_the_name_of_a_store_does_not_change_with_a_release() -> None:
    """With another name, every binding's store would be deleted and recreated."""
    assert name() == "aws-f0cd6d29"
    assert name("ParameterStore") == "aws-823477c5"


def test_equal_stores_have_one_name_wherever_their_settings_are_said() -> None:
    assert name() == name(region="eu-west-1", role=ROLE, service_account="reader")


def test_whatever_tells_a_store_from_another_is_in_its_name() -> None:
    others = [name("ParameterStore"), name(region="us-east-1"), name(role=ROLE + "2"), name(service_account="other")]
    assert len({name(), *others}) == 5


def test_every_setting_is_compared_with_the_platforms() -> None:
    asked = settings("us-east-1", auth(role=ROLE, service_account="deployer"), PlatformConfig())
    assert [(setting.field, setting.policy, setting.foreign) for setting in asked] == [
        ("region", "aws.regions", True),
        ("auth.role", "aws.roles", True),
        ("auth.service_account", "aws.serviceAccounts", True),
    ]
    assert [setting.foreign for setting in settings("eu-west-1", auth(role=ROLE), PLATFORM)] == [False] * 3
    assert [setting.required for setting in asked] == ["aws.region", "", ""]


def test_what_the_policy_lists_may_be_said() -> None:
    policy = {"regions": ["us-east-1"], "roles": [ROLE], "serviceAccounts": ["deployer"]}
    listed = PlatformConfig.model_validate({"policy": {"aws": policy}})
    asked = settings("us-east-1", auth(role=ROLE, service_account="deployer"), listed)
    assert [setting.foreign for setting in asked] == [False] * 3
