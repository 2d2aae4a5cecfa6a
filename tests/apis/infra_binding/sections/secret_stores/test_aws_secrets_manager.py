import pytest

from function.apis.infra_binding.sections.secret_stores.aws_secrets_manager import Model
from function.base.manifest import Json, Manifest
from function.platform.config import PlatformConfig
from tests.bindings import FETCHED
from tests.plug_ins.cases import Cases

ROLE = "arn:aws:iam::123456789012:role/reader"
VERSION = "a1b2c3d4-5678-90ab-cdef-example11111"


def secret(**fields: Json) -> Manifest:
    return {"provider": "aws_secrets_manager", "secret_id": "prod/db", "region": "us-east-1", **fields}


CASES = Cases(
    whole=secret(keys=["user"], template={}, auth={}),
    changes={
        **FETCHED,
        "secret_id": "arn:aws:secretsmanager:us-east-1:123456789012:secret:prod/db-AbCdEf",
        "region": "eu-west-1",
        "version_stage": "AWSPREVIOUS",
        "version_id": VERSION,
        "keys[0]": "password",
        "auth.role": ROLE,
        "auth.service_account": "other",
    },
    policy={"aws": {"regions": ["us-east-1", "eu-west-1"], "roles": [ROLE], "serviceAccounts": ["other"]}},
    refused=[
        *(("secret_id", None), ("secret_id", ""), ("secret_id", "a b"), ("secret_id", "a?b"), ("secret_id", 5)),
        *(("region", "US"), ("region", "us-east"), ("region", "us-east-1.evil.org"), ("region", "")),
        *(("version_id", "1"), ("version_id", f"uuid/{VERSION}"), ("version_stage", "uuid/x"), ("version_stage", "")),
        *(("keys", ["a/b"]), ("keys", "user"), ("auth.role", "reader"), ("auth.role", "arn:aws:iam::1:user/x")),
        *(("auth.access_key_id", "AKIA"), ("auth.service_account", "a.b"), ("auth", "default"), ("path", "prod/db")),
        *(("value", "CANARY"), ("template", {"x": "no key"}), ("refresh_interval", "1w"), ("endpoint", "https://evil")),
    ],
)


@pytest.mark.parametrize(
    ("fields", "version"),
    [
        ({}, {}),
        ({"version_stage": "AWSPREVIOUS"}, {"version": "AWSPREVIOUS"}),
        ({"version_id": VERSION}, {"version": f"uuid/{VERSION}"}),
    ],
)
def test_the_id_of_a_version_begins_with_uuid(fields: dict[str, Json], version: Manifest) -> None:
    """Otherwise, External Secrets takes it for a staging label."""
    assert Model.model_validate(secret(**fields)).remote() == {"key": "prod/db", **version}


def test_an_id_and_a_stage_exclude_each_other() -> None:
    (rule,) = Model.rules
    both = Model.model_validate(secret(version_id=VERSION, version_stage="AWSCURRENT"))
    assert not rule.holds(both)
    assert rule.holds(Model.model_validate(secret(version_stage="AWSCURRENT")))


def test_both_services_of_a_region_have_stores_of_their_own() -> None:
    name = Model.model_validate(secret()).store(PlatformConfig()).name
    assert name.startswith("aws-")
    assert Model.model_validate({**secret(keys=["k"]), "secret_id": "other"}).store(PlatformConfig()).name == name


@pytest.mark.parametrize(
    ("fields", "found"),
    [
        ({}, [("db.region", "EP224")]),
        ({"region": None}, [("db.region", "EP412")]),
        (
            {"auth": {"role": ROLE, "service_account": "deployer"}},
            [("db.region", "EP224"), ("db.auth.role", "EP224"), ("db.auth.service_account", "EP224")],
        ),
    ],
)
def test_by_default_nothing_in_aws_is_allowed(fields: dict[str, Json], found: list[tuple[str, str]]) -> None:
    problems = Model.model_validate(secret(**fields)).problems("db", "shop", PlatformConfig())
    assert [(problem.path, problem.code) for problem in problems] == found


def test_a_store_that_would_be_refused_is_no_crash() -> None:
    """Entries are resolved before they are judged."""
    assert Model.model_validate(secret(region=None)).store(PlatformConfig()).name.startswith("aws-")


def test_its_keys() -> None:
    assert Model.model_validate(secret()).listed_keys() is None
    assert Model.model_validate(secret(keys=["b", "a"])).listed_keys() == ["b", "a"]
    assert Model.model_validate(secret(keys=["a"], template={"t": "$(a)"})).known_keys() == ["a", "t"]
