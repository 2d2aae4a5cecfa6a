"""The stores of Vault: when two secrets share one, and what a store needs."""

import pytest

from function.apis.infra_binding.sections.secret_stores.vault import Model
from function.base.manifest import Json
from function.platform.config import PlatformConfig
from tests.apis.infra_binding.sections.secret_stores.test_vault import NOTHING, OWN, PLATFORM, settings
from tests.bindings import vault


def name(**fields: Json) -> str:
    return Model.model_validate(vault(**fields)).store(PLATFORM).name


def test_equal_stores_have_one_name_whatever_is_read_from_them() -> None:
    assert len({name(path=f"secret/{path}", keys=["k"]) for path in ("a", "b", "data/c")}) == 1


def test_the_name_of_a_store_does_not_change_with_a_release() -> None:
    """With another name, every binding's store would be deleted and recreated."""
    assert name() == "vault-2cccdd99"
    server: Json = {"address": "https://own", "namespace": "team"}
    auth: Json = {"role": "own", "mount_path": "k8s", "service_account": "vault-reader"}
    assert name(vault=server, auth=auth) == "vault-d35c5a31"


def test_where_a_setting_is_said_is_not_in_the_name() -> None:
    assert name() == name(vault={"address": "https://vault.example.org"}, auth={"role": "reader"})


@pytest.mark.parametrize(
    "fields",
    [
        {"path": "other/kafka"},
        {"mount": "secret/kafka"},
        {"kv_version": 1},
        {"vault": {"address": "https://other"}},
        {"vault": {"namespace": "team"}},
        {"auth": {"role": "other"}},
        {"auth": {"mount_path": "other"}},
        {"auth": {"service_account": "other"}},
    ],
)
def test_whatever_tells_a_store_from_another_is_in_its_name(fields: dict[str, Json]) -> None:
    assert name(**fields) != name()


@pytest.mark.parametrize(
    ("config", "fields", "missing"),
    [
        (NOTHING, {}, ["vault.address", "auth.role"]),
        (NOTHING, {"vault": {"address": "https://own"}}, ["auth.role"]),
        (NOTHING, {"auth": {"role": "own"}}, ["vault.address"]),
        (settings(address="https://v"), {}, ["auth.role"]),
        (settings(role="r"), {}, ["vault.address"]),
        (NOTHING, OWN, []),
        (PLATFORM, {}, []),
    ],
)
def test_what_nobody_says_is_missing(config: PlatformConfig, fields: dict[str, Json], missing: list[str]) -> None:
    found = list(Model.model_validate(vault(**fields)).problems("spec.secrets.db", "shop", config))
    absent = [problem.path for problem in found if problem.code == "EP412"]
    assert absent == [f"spec.secrets.db.{field}" for field in missing]


def test_a_store_that_would_be_refused_is_no_crash() -> None:
    """Entries are resolved before they are judged."""
    assert Model.model_validate(vault()).store(NOTHING).name.startswith("vault-")
