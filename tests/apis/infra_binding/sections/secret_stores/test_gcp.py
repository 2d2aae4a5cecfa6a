import pytest

from function.apis.infra_binding.sections.secret_stores.gcp import Model
from function.base.manifest import Json, Manifest
from function.platform.config import PlatformConfig
from tests.bindings import FETCHED
from tests.plug_ins.cases import Cases

PLATFORM = PlatformConfig.model_validate(
    {
        "gcp": {
            "project": "platform",
            "clusterProject": "clusters",
            "clusterLocation": "europe-west1",
            "clusterName": "main",
        },
        "externalSecrets": {"serviceAccount": "reader"},
    }
)


def secret(**fields: Json) -> Manifest:
    return {"provider": "gcp", "secret_id": "kafka", "project": "payments", **fields}


OTHER: dict[str, Json] = {"secret_id": "other"}
CASES = Cases(
    in_l5=False,
    whole=secret(keys=["user"], template={}, auth={}),
    changes={
        **FETCHED,
        "secret_id": "other",
        "project": "other",
        "location": "europe-west1",
        "version": "3",
        "keys[0]": "password",
        "auth.service_account": "other",
    },
    policy={"gcp": {"projects": ["payments", "other"], "serviceAccounts": ["other"]}},
    refused=[
        *(("secret_id", None), ("secret_id", ""), ("secret_id", "projects/evil/secrets/x"), ("secret_id", "a.b")),
        *(("project", "../evil"), ("project", "Payments"), ("project", ""), ("location", "Europe"), ("location", "")),
        *(("version", 3), ("version", "newest"), ("version", "-1"), ("keys", ["a/b"]), ("keys", "user")),
        *(("auth.service_account", "x@y.iam"), ("auth.key", "CANARY"), ("auth", "default"), ("value", "CANARY")),
    ],
)


def provider(config: PlatformConfig, **fields: Json) -> Json:
    return Model.model_validate(secret(**fields)).store(config).provider["gcpsm"]


def test_it_never_reads_as_external_secrets_itself() -> None:
    """Without a ServiceAccount, a binding could read whatever External Secrets may read for others."""
    assert provider(PlatformConfig()) == {
        "projectID": "payments",
        "auth": {"workloadIdentity": {"serviceAccountRef": {"name": "default"}}},
    }


def test_the_cluster_is_what_the_platform_says() -> None:
    assert provider(PLATFORM, project=None, location="europe-west4") == {
        "projectID": "platform",
        "location": "europe-west4",
        "auth": {
            "workloadIdentity": {
                "clusterProjectID": "clusters",
                "clusterLocation": "europe-west1",
                "clusterName": "main",
                "serviceAccountRef": {"name": "reader"},
            }
        },
    }


def name(**fields: Json) -> str:
    return Model.model_validate(secret(**fields)).store(PLATFORM).name


def test_the_name_of_a_store_does_not_change_with_a_release() -> None:
    """With another name, every binding's store would be deleted and recreated."""
    assert name() == "gcp-cda6e283"


def test_equal_stores_have_one_name_whatever_is_read_from_them() -> None:
    assert name(**OTHER, version="3", keys=["k"], auth={"service_account": "reader"}) == name()


@pytest.mark.parametrize(
    "fields", [{"project": "other"}, {"location": "europe-west4"}, {"auth": {"service_account": "other"}}]
)
def test_whatever_tells_a_store_from_another_is_in_its_name(fields: dict[str, Json]) -> None:
    assert name(**fields) != name()


@pytest.mark.parametrize(("fields", "version"), [({}, {}), ({"version": "3"}, {"version": "3"})])
def test_what_is_read(fields: dict[str, Json], version: Manifest) -> None:
    assert Model.model_validate(secret(**fields)).remote() == {"key": "kafka", **version}


@pytest.mark.parametrize(
    ("config", "fields", "found"),
    [
        (PlatformConfig(), {}, [("db.project", "EP224")]),
        (PlatformConfig(), {"project": None}, [("db.project", "EP412")]),
        (PLATFORM, {}, [("db.project", "EP224")]),
        (PLATFORM, {"project": None}, []),
        (PLATFORM, {"project": "platform", "auth": {"service_account": "reader"}}, []),
        (PLATFORM, {"project": None, "auth": {"service_account": "admin"}}, [("db.auth.service_account", "EP224")]),
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
