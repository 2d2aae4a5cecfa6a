import pytest

from function.apis.infra_binding.sections.secret_stores.aws_parameter_store import Model
from function.base.manifest import Json, Manifest
from function.platform.config import PlatformConfig
from tests.bindings import FETCHED, PAYMENTS
from tests.plug_ins.cases import Cases

ROLE = "arn:aws:iam::123456789012:role/reader"


def secret(**fields: Json) -> Manifest:
    return {"provider": "aws_parameter_store", "path": "/prod/db", "region": "us-east-1", **fields}


CASES = Cases(
    in_l5=False,
    whole=secret(keys=["user"], template={}, auth={}),
    changes={
        **FETCHED,
        "path": "/prod/other",
        "region": "eu-west-1",
        "keys[0]": "password",
        "auth.role": ROLE,
        "auth.service_account": "other",
    },
    policy={"aws": {"regions": ["us-east-1", "eu-west-1"], "roles": [ROLE], "serviceAccounts": ["other"]}},
    refused=[
        *(("path", None), ("path", ""), ("path", "prod/db"), ("path", "/"), ("path", "/a//b"), ("path", "/a/")),
        *(("path", "/a" * 16), ("path", "/a b"), ("path", "/a:3"), ("path", 5), ("secret_id", "prod/db")),
        *(("region", "US"), ("region", ""), ("keys", ["a/b"]), ("keys", "user"), ("auth.role", "reader")),
        *(("auth.secret_access_key", "CANARY"), ("auth.service_account", ""), ("version_id", "1"), ("value", "CANARY")),
    ],
)


def test_the_name_of_a_parameter_keeps_its_slash() -> None:
    assert Model.model_validate(secret()).remote() == {"key": "/prod/db"}


def test_a_parameter_that_is_no_json_is_fetched_whole() -> None:
    bound = Model.model_validate(secret()).bound("db", {""}, PAYMENTS)
    assert (bound.keys, bound.whole) == ((), True)
    assert bound.source("") == {"secretKeyRef": {"name": "payments.db", "key": "value"}}


def test_its_store_is_that_of_parameters() -> None:
    provider = Model.model_validate(secret()).store(PlatformConfig()).provider["aws"]
    assert isinstance(provider, dict)
    assert (provider["service"], provider["region"]) == ("ParameterStore", "us-east-1")


@pytest.mark.parametrize(
    ("fields", "found"),
    [
        ({}, [("db.region", "EP224")]),
        ({"region": None}, [("db.region", "EP412")]),
        ({"auth": {"role": ROLE}}, [("db.region", "EP224"), ("db.auth.role", "EP224")]),
        ({"keys": ["a"], "template": {"t": "$(b)"}}, [("db.template.t", "EP411"), ("db.region", "EP224")]),
    ],
)
def test_by_default_nothing_in_aws_is_allowed(fields: dict[str, Json], found: list[tuple[str, str]]) -> None:
    problems = Model.model_validate(secret(**fields)).problems("db", "shop", PlatformConfig())
    assert [(problem.path, problem.code) for problem in problems] == found


def test_its_keys() -> None:
    assert Model.model_validate(secret()).listed_keys() is None
    assert Model.model_validate(secret(keys=["b", "a"])).listed_keys() == ["b", "a"]
