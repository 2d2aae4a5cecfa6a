from collections.abc import Mapping

import pytest

from function.apis.infra_binding.infrastructure.terraform import Terraform
from function.apis.infra_binding.terraform.state import foreign, left_open, workspace
from function.base.manifest import Json

SETTINGS = {"shop": ["workspace=prod", "bucket=acme-state", "key=shop/"], "*": ["workspace=default"]}


def terraform(**fields: Json) -> Terraform:
    return Terraform.model_validate({"module_source": "a", **fields})


def found(fields: Mapping[str, Json], namespace: str = "shop") -> list[str]:
    return list(foreign(terraform(**fields), SETTINGS, namespace))


def test_without_a_workspace_it_is_the_default_one() -> None:
    assert workspace(terraform()) == "default"
    assert workspace(terraform(workspace="prod")) == "prod"


@pytest.mark.parametrize(
    ("namespace", "fields"),
    [
        ("shop", {"workspace": "prod"}),
        ("shop", {"workspace": "prod", "backend_config": {"bucket": "acme-state", "key": "shop/emr.tfstate"}}),
        ("other", {}),
    ],
)
def test_what_the_platform_lists_is_its_own(namespace: str, fields: dict[str, Json]) -> None:
    assert found(fields, namespace) == []


@pytest.mark.parametrize(
    ("fields", "named"),
    [
        ({}, ["workspace"]),
        ({"workspace": "production"}, ["workspace"]),
        ({"workspace": "prod", "backend_config": {"bucket": "acme-state-2"}}, ["backend_config.bucket"]),
        ({"workspace": "prod", "backend_config": {"key": "other/a"}}, ["backend_config.key"]),
        ({"workspace": "prod", "backend_config": {"key": "shop/../other/a"}}, ["backend_config.key"]),
        ({"workspace": "prod", "backend_config": {"key": "shop"}}, ["backend_config.key"]),
        ({"workspace": "prod", "backend_config": {"endpoint": "x"}}, ["backend_config.endpoint"]),
    ],
)
def test_everything_else_belongs_to_somebody_else(fields: dict[str, Json], named: list[str]) -> None:
    assert found(fields) == named


def test_a_namespace_that_is_listed_has_nothing_of_the_others() -> None:
    assert found({"workspace": "default"}) == ["workspace"]
    assert list(foreign(terraform(), {}, "shop")) == ["workspace"]


@pytest.mark.parametrize(
    ("fields", "named"),
    [
        ({}, ["backend_config.bucket", "backend_config.key"]),
        ({"backend_config": {"bucket": "other"}}, ["backend_config.key"]),
        ({"backend_config": {"bucket": "other", "key": "a"}}, []),
    ],
)
def test_what_the_platform_lists_must_be_said(fields: dict[str, Json], named: list[str]) -> None:
    assert list(left_open(terraform(**fields), SETTINGS, "shop")) == named
    assert list(left_open(terraform(**fields), SETTINGS, "other")) == []
