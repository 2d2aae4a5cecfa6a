import pytest

from function.apis.infra_binding.sections.secret_stores.azure import Model
from function.base.manifest import Json, Manifest
from function.platform.config import PlatformConfig
from function.render import check
from tests.bindings import FETCHED, binding, composite
from tests.documents import platform
from tests.plug_ins.cases import Cases

TENANT = "123e4567-e89b-12d3-a456-426614174000"
URL = "https://payments.vault.azure.net"
PLATFORM = PlatformConfig.model_validate(
    {"azure": {"vaultUrl": URL, "tenantId": TENANT}, "externalSecrets": {"serviceAccount": "reader"}}
)


def secret(**fields: Json) -> Manifest:
    return {"provider": "azure", "secret_name": "kafka", "vault_url": URL, **fields}


OTHER: dict[str, Json] = {"secret_name": "other"}
CASES = Cases(
    in_l5=False,
    whole=secret(keys=["user"], template={}, auth={}),
    changes={
        **FETCHED,
        "secret_name": "other",
        "vault_url": "https://other.vault.azure.net",
        "keys[0]": "password",
        "auth.tenant_id": TENANT,
        "auth.service_account": "other",
    },
    policy={
        "azure": {
            "vaultUrls": [URL, "https://other.vault.azure.net"],
            "tenants": [TENANT],
            "serviceAccounts": ["other"],
        }
    },
    refused=[
        *(("secret_name", None), ("secret_name", ""), ("secret_name", "secret/kafka"), ("secret_name", "a_b")),
        *(("vault_url", "payments.vault.azure.net"), ("vault_url", "http://payments.vault.azure.net")),
        *(("vault_url", "https://u:CANARY@payments.vault.azure.net"), ("vault_url", f"{URL}/../x")),
        *(("vault_url", f"{URL}?x"), ("vault_url", ""), ("vault_url", 5)),
        *(("keys", ["a/b"]), ("keys", "user"), ("auth.tenant_id", "payments"), ("auth.client_secret", "CANARY")),
        *(("auth.service_account", ""), ("auth", "default"), ("value", "CANARY"), ("version", "3")),
    ],
)


def provider(config: PlatformConfig, **fields: Json) -> Json:
    return Model.model_validate(secret(**fields)).store(config).provider["azurekv"]


def test_it_reads_with_workload_identity_and_never_with_a_password() -> None:
    """The default of External Secrets is a service principal."""
    assert provider(PlatformConfig()) == {
        "vaultUrl": URL,
        "authType": "WorkloadIdentity",
        "serviceAccountRef": {"name": "default"},
    }


def test_what_the_platform_says_is_enough() -> None:
    assert provider(PLATFORM, vault_url=None) == {
        "vaultUrl": URL,
        "tenantId": TENANT,
        "authType": "WorkloadIdentity",
        "serviceAccountRef": {"name": "reader"},
    }


def name(**fields: Json) -> str:
    return Model.model_validate(secret(**fields)).store(PLATFORM).name


def test_the_name_of_a_store_does_not_change_with_a_release() -> None:
    """With another name, every binding's store would be deleted and recreated."""
    assert name() == "azure-2b7347b5"


def test_equal_stores_have_one_name_whatever_is_read_from_them() -> None:
    assert name(keys=["k"], auth={"tenant_id": TENANT, "service_account": "reader"}) == name()


@pytest.mark.parametrize(
    "fields",
    [
        {"vault_url": "https://other.vault.azure.net"},
        {"auth": {"tenant_id": TENANT.replace("1", "2")}},
        {"auth": {"service_account": "other"}},
    ],
)
def test_whatever_tells_a_store_from_another_is_in_its_name(fields: dict[str, Json]) -> None:
    assert name(**fields) != name()


def test_what_is_read() -> None:
    assert Model.model_validate(secret()).remote() == {"key": "kafka"}


@pytest.mark.parametrize(
    ("config", "fields", "found"),
    [
        (PlatformConfig(), {}, [("db.vault_url", "EP224")]),
        (PlatformConfig(), {"vault_url": None}, [("db.vault_url", "EP412")]),
        (
            PlatformConfig(),
            {"auth": {"tenant_id": TENANT}},
            [("db.vault_url", "EP224"), ("db.auth.tenant_id", "EP224")],
        ),
        (PLATFORM, {"vault_url": "https://evil.example.org"}, [("db.vault_url", "EP224")]),
        (PLATFORM, {"vault_url": f"{URL}.evil.org"}, [("db.vault_url", "EP224")]),
        (PLATFORM, {"auth": {"service_account": "admin"}}, [("db.auth.service_account", "EP224")]),
        (PLATFORM, {"vault_url": f"{URL}/"}, []),
        (PLATFORM, {"vault_url": None}, []),
    ],
)
def test_only_what_the_platform_uses_or_lists_is_allowed(
    config: PlatformConfig, fields: dict[str, Json], found: list[tuple[str, str]]
) -> None:
    problems = Model.model_validate(secret(**fields)).problems("db", "shop", config)
    assert [(problem.path, problem.code) for problem in problems] == found


def test_its_keys() -> None:
    assert Model.model_validate(secret()).listed_keys() is None
    assert Model.model_validate(secret(keys=["b", "a"])).listed_keys() == ["b", "a"]


@pytest.mark.parametrize("url", ["https://169.254.169.254", "https://localhost", "https://metadata.google.internal"])
def test_an_address_of_the_machine_is_refused_even_if_it_is_listed(url: str) -> None:
    settings = platform(policy={"azure": {"vaultUrls": [url]}})
    spec = binding(secrets={"db": {**secret(), "vault_url": url}})
    found = [(problem.path, problem.code) for problem in check(composite(spec), settings)]
    assert ("spec.secrets.db.vault_url", "EP225") in found
