from collections.abc import Mapping

import pytest

from function.apis.infra_binding.vault_access import foreign
from function.platform.config import PlatformConfig
from tests.bindings import config

FOREIGN = {
    "vault.address": "https://evil.example.org",
    "vault.namespace": "root",
    "auth.role": "admin",
    "auth.mount_path": "elsewhere",
    "auth.service_account": "deployer",
}
FIELDS = {
    "vault.address": "addresses",
    "vault.namespace": "namespaces",
    "auth.role": "roles",
    "auth.mount_path": "mountPaths",
    "auth.service_account": "serviceAccounts",
}
ONE = PlatformConfig.model_validate({"policy": {"vault": {"addresses": ["https://v"]}}})


def breaches(platform: PlatformConfig, asked: Mapping[str, str | None]) -> dict[str, str | None]:
    return {problem.path.removeprefix("db."): problem.setting for problem in foreign("db", asked, platform)}


@pytest.mark.parametrize("platform", [PlatformConfig(), config()])
def test_a_token_is_shown_to_nobody_whom_the_platform_does_not_list(platform: PlatformConfig) -> None:
    expected = {field: f"PlatformConfig.spec.policy.vault.{setting}" for field, setting in FIELDS.items()}
    assert breaches(platform, FOREIGN) == expected


@pytest.mark.parametrize(("field", "setting"), FIELDS.items())
def test_each_is_listed_by_itself(field: str, setting: str) -> None:
    listed = PlatformConfig.model_validate({"policy": {"vault": {setting: [FOREIGN[field]]}}})
    assert breaches(listed, FOREIGN).keys() == FIELDS.keys() - {field}


def test_what_the_platform_names_itself_may_be_repeated() -> None:
    platform = PlatformConfig.model_validate(
        {
            "vault": {"address": "https://v/", "namespace": "n", "mountPath": "m", "role": "r"},
            "externalSecrets": {"serviceAccount": "reader"},
        }
    )
    asked = {"vault.address": "https://v", "vault.namespace": "n", "auth.role": "r", "auth.mount_path": "m"}
    assert breaches(platform, {**asked, "auth.service_account": "reader"}) == {}


def test_what_is_not_asked_for_is_the_platforms() -> None:
    assert breaches(PlatformConfig(), dict.fromkeys(FIELDS)) == {}
    assert breaches(PlatformConfig(), {}) == {}


@pytest.mark.parametrize("address", ["https://v.evil.org", "https://v:8200", "https://v/x", "https://V", "https://"])
def test_an_address_is_compared_as_a_whole(address: str) -> None:
    assert list(breaches(ONE, {"vault.address": address})) == ["vault.address"]
    assert breaches(ONE, {"vault.address": "https://v/"}) == {}
