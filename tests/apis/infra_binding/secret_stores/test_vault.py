import re
from dataclasses import replace

import pytest
from pydantic import ValidationError

from function.apis.infra_binding.secret_stores import StoreSettings
from function.apis.infra_binding.secret_stores.vault import Model
from function.base.manifest import Json
from tests.bindings import vault

NOTHING = StoreSettings(namespace="shop", service_account="default")
PLATFORM = replace(NOTHING, vault_address="https://vault.example.org", vault_role="reader")
OWN: dict[str, Json] = {"vault": {"address": "https://own"}, "auth": {"role": "own"}}


def provider(settings: StoreSettings = PLATFORM, **fields: Json) -> Json:
    return Model.model_validate(vault(**fields)).store(settings).provider["vault"]


def test_what_the_platform_says_is_enough() -> None:
    assert provider() == {
        "server": "https://vault.example.org",
        "path": "secret",
        "version": "v2",
        "auth": {"kubernetes": {"mountPath": "kubernetes", "role": "reader", "serviceAccountRef": {"name": "default"}}},
    }


def test_what_the_secret_says_wins() -> None:
    server: Json = {"address": "https://own:8200", "namespace": "team/a"}
    auth: Json = {"role": "own", "mount_path": "k8s/eu", "service_account": "vault-reader"}
    settings = replace(PLATFORM, vault_namespace="platform")
    assert provider(settings, path="kv-2/x", vault=server, auth=auth) == {
        "server": "https://own:8200",
        "namespace": "team/a",
        "path": "kv-2",
        "version": "v2",
        "auth": {"kubernetes": {"mountPath": "k8s/eu", "role": "own", "serviceAccountRef": {"name": "vault-reader"}}},
    }


@pytest.mark.parametrize(
    ("path", "key"),
    [
        ("secret/kafka/production", "kafka/production"),
        ("secret/data/kafka/production", "kafka/production"),
        ("secret/data", "data"),
        ("secret/database/data/x", "database/data/x"),
        ("secret/data/data/x", "data/x"),
    ],
)
def test_a_path_begins_with_its_mount(path: str, key: str) -> None:
    model = Model.model_validate(vault(path=path))
    assert model.remote("password") == {"key": key, "property": "password"}


def test_equal_stores_have_one_name_whatever_is_read_from_them() -> None:
    names = {Model.model_validate(vault(path=f"secret/{n}")).store(PLATFORM).name for n in range(5)}
    assert len(names) == 1
    assert re.fullmatch("vault-[0-9a-f]{8}", names.pop())


@pytest.mark.parametrize(
    "fields",
    [
        {"path": "other/kafka"},
        {"vault": {"address": "https://other"}},
        {"vault": {"namespace": "team"}},
        {"auth": {"role": "other"}},
        {"auth": {"mount_path": "other"}},
        {"auth": {"service_account": "other"}},
    ],
)
def test_whatever_tells_a_store_from_another_is_in_its_name(fields: dict[str, Json]) -> None:
    stores = [Model.model_validate(vault(**one)).store(PLATFORM) for one in ({}, fields)]
    assert stores[0].name != stores[1].name


@pytest.mark.parametrize(
    ("settings", "fields", "missing"),
    [
        (NOTHING, {}, ["vault.address", "auth.role"]),
        (NOTHING, {"vault": {"address": "https://own"}}, ["auth.role"]),
        (NOTHING, {"auth": {"role": "own"}}, ["vault.address"]),
        (replace(PLATFORM, vault_role=None), {}, ["auth.role"]),
        (replace(PLATFORM, vault_address=None), {}, ["vault.address"]),
        (NOTHING, OWN, []),
        (PLATFORM, {}, []),
    ],
)
def test_what_nobody_says_is_a_gap(settings: StoreSettings, fields: dict[str, Json], missing: list[str]) -> None:
    assert [field for field, _ in Model.model_validate(vault(**fields)).gaps(settings)] == missing


def test_it_is_always_fetched_and_a_list_of_keys_is_whole() -> None:
    assert Model.model_validate(vault()).existing(PLATFORM) is None
    assert Model.model_validate(vault()).known_keys() is None
    assert Model.model_validate(vault(keys=["b", "a"])).known_keys() == ["b", "a"]


@pytest.mark.parametrize(
    ("field", "value"),
    [
        *(("path", None), ("path", "secret"), ("path", "/secret/a"), ("path", "secret/"), ("path", "secret//a")),
        *(("path", "secret/a b"), ("keys", ["a/b"]), ("keys", [5]), ("keys", ["k"] * 65), ("keys", "k")),
        *(("vault", {"address": "vault:8200"}), ("vault", {"address": "https://root:CANARY@vault"})),
        *(
            ("vault", {"token": "CANARY"}),
            ("vault", "https://vault"),
            ("auth", {"role": "a b"}),
            ("auth", {"token": "x"}),
        ),
        *(("auth", {"method": "token"}), ("type", "dynamic"), ("value", "CANARY"), ("provider", "aws")),
    ],
)
def test_what_is_refused(field: str, value: Json) -> None:
    with pytest.raises(ValidationError):
        Model.model_validate({**vault(), field: value})
