import pytest

from function.apis.infra_binding.sections.secret_stores.vault import Model
from function.base.manifest import Json
from function.platform.config import PlatformConfig
from tests.bindings import FETCHED, PAYMENTS, vault
from tests.plug_ins.cases import Cases

NOTHING = PlatformConfig()


def settings(**fields: Json) -> PlatformConfig:
    return PlatformConfig.model_validate({"vault": fields})


PLATFORM = settings(address="https://vault.example.org", role="reader")
OWN: dict[str, Json] = {"vault": {"address": "https://own"}, "auth": {"role": "own"}}

CASES = Cases(
    whole=vault(
        path="secret/kafka/production",
        keys=["user"],
        template={},
        vault={"address": "https://v", "namespace": "n"},
        auth={"role": "r"},
    ),
    changes={
        **FETCHED,
        "path": "secret/other",
        "mount": "secret/kafka",
        "kv_version": 1,
        "keys[0]": "password",
        "vault.address": "https://other",
        "vault.namespace": "other",
        "auth.role": "other",
        "auth.mount_path": "other",
        "auth.service_account": "other",
    },
    policy={
        "vault": {
            "addresses": ["https://v", "https://other"],
            "namespaces": ["n", "other"],
            "mountPaths": ["other"],
            "roles": ["r", "other"],
            "serviceAccounts": ["other"],
        }
    },
    refused=[
        *(("path", None), ("path", "secret"), ("path", "/secret/a"), ("path", "secret/"), ("path", "secret//a")),
        *(("path", "secret/a b"), ("keys", ["a/b"]), ("keys", [5]), ("keys", ["k"] * 65), ("keys", "k")),
        *(("vault.address", "vault:8200"), ("vault.address", "https://root:CANARY@vault"), ("vault.token", "CANARY")),
        *(("vault.address", "http://v"), ("vault.address", "https://u@v"), ("vault.address", "https://v/../x")),
        *(
            ("vault.address", "https://v?x"),
            ("path", "secret/../sys"),
            ("auth.role", ".."),
            ("auth.mount_path", "a/../b"),
        ),
        *(("vault", "https://vault"), ("auth.role", "a b"), ("auth.token", "x"), ("auth.method", "token")),
        *(("mount", "secret/"), ("mount", "other"), ("mount", "secret/kaf"), ("mount", "/secret"), ("mount", "")),
        *(("kv_version", 3), ("kv_version", "2"), ("kv_version", "v1"), ("template", {"x": "no key"})),
        *(("type", "dynamic"), ("value", "CANARY"), ("provider", "aws")),
    ],
)


def provider(config: PlatformConfig = PLATFORM, **fields: Json) -> Json:
    return Model.model_validate(vault(**fields)).store(config).provider["vault"]


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
    config = settings(address="https://vault.example.org", role="reader", namespace="platform", mountPath="platform")
    assert provider(config, path="kv-2/x", vault=server, auth=auth) == {
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
    assert Model.model_validate(vault(path=path)).remote() == {"key": key}


@pytest.mark.parametrize(
    ("path", "key"), [("team/kv/kafka", "kafka"), ("team/kv/data/kafka", "kafka"), ("team/kv/a/data/b", "a/data/b")]
)
def test_a_mount_of_several_segments(path: str, key: str) -> None:
    fields: dict[str, Json] = {"path": path, "mount": "team/kv"}
    assert Model.model_validate(vault(**fields)).remote() == {"key": key}
    store = provider(PLATFORM, **fields)
    assert isinstance(store, dict)
    assert store["path"] == "team/kv"


def test_data_is_a_folder_like_any_other_in_version_1() -> None:
    assert Model.model_validate(vault(path="secret/data/kafka", kv_version=1)).remote() == {"key": "data/kafka"}
    store = provider(kv_version=1)
    assert isinstance(store, dict)
    assert store["version"] == "v1"


@pytest.mark.parametrize(
    ("fields", "key"),
    [
        ({"path": "secret/secret/x"}, "secret/secret/x"),
        ({"path": "secret/data/secret/x"}, "secret/secret/x"),
        ({"path": "team/kv/team/kv/x", "mount": "team/kv"}, "team/kv/team/kv/x"),
        ({"path": "secret/secrets/x"}, "secrets/x"),
    ],
)
def test_a_folder_with_the_name_of_the_mount_is_not_cut_off(fields: dict[str, Json], key: str) -> None:
    """External Secrets removes the mount from the beginning of a path, whether it stands for the mount or not."""
    assert Model.model_validate(vault(**fields)).remote() == {"key": key}


@pytest.mark.parametrize(
    ("fields", "warned"),
    [
        ({"path": "team/kv/data/kafka"}, True),
        ({"path": "team/kv/data/kafka", "mount": "team/kv"}, False),
        ({"path": "team/kv/data/kafka", "mount": "team"}, False),
        ({"path": "team/kv/data/kafka", "kv_version": 1}, False),
        ({"path": "team/kv/kafka"}, False),
        ({"path": "secret/data/kafka"}, False),
        ({"path": "secret/data/a/data/b"}, False),
    ],
)
def test_a_mount_that_is_probably_longer_is_a_warning(fields: dict[str, Json], warned: bool) -> None:
    found = [
        problem
        for problem in Model.model_validate(vault(**fields)).problems("db", "shop", PLATFORM)
        if problem.code == "EP444"
    ]
    assert [(problem.path, problem.severity) for problem in found] == ([("db.path", "warning")] if warned else [])


def test_references_and_lists_are_fetched_together() -> None:
    model = Model.model_validate(vault(keys=["a"], template={"t": "$(b) $(c)"}))
    bound = model.bound("db", {"a", "t", "", "d"}, PAYMENTS)
    assert (bound.keys, bound.whole, bound.name) == (("a", "b", "c", "d"), True, "payments.db")
    assert model.known_keys() == ["a", "t"]


def test_it_is_always_fetched_and_a_list_of_keys_is_whole() -> None:
    assert Model.model_validate(vault()).existing_secret("shop") is None
    assert Model.model_validate(vault()).known_keys() is None
    assert Model.model_validate(vault(keys=["b", "a"])).known_keys() == ["b", "a"]


def test_what_only_the_platform_may_name_is_found_in_every_field() -> None:
    server: Json = {"address": "https://evil", "namespace": "root"}
    auth: Json = {"role": "admin", "mount_path": "elsewhere", "service_account": "deployer"}
    found = Model.model_validate(vault(vault=server, auth=auth)).problems("db", "shop", PLATFORM)
    assert [problem.path for problem in found] == [
        *("db.vault.address", "db.vault.namespace", "db.auth.role", "db.auth.mount_path", "db.auth.service_account")
    ]
