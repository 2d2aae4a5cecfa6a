"""What is asked for, under names that say what, and which values an answer has."""

import pytest

from function.apis.variable_sources import read, requirements
from function.base.manifest import Json
from function.platform.variables import Variables

ENV = {"kind": "ConfigMap", "name": "env"}
SHARED = {"kind": "ConfigMap", "name": "env", "namespace": "infra"}
CLUSTER = {"kind": "EnvironmentConfig", "name": "env"}
ALL = Variables.model_validate({"sources": [ENV, SHARED, CLUSTER]})


def values(data: Json) -> dict[str, str]:
    settings = Variables.model_validate({"sources": [CLUSTER]})
    (source,), problems = read(settings, "shop", {"variables/environmentconfig/env": [{"data": data}]})
    assert problems == []
    return dict(source.values)


def test_each_object_has_a_name_of_its_own() -> None:
    asked = requirements(ALL, "shop")
    assert list(asked) == [
        "variables/configmap/shop/env",
        "variables/configmap/infra/env",
        "variables/environmentconfig/env",
    ]
    assert [(wanted.api_version, wanted.kind, wanted.namespace, wanted.name) for wanted in asked.values()] == [
        ("v1", "ConfigMap", "shop", "env"),
        ("v1", "ConfigMap", "infra", "env"),
        ("apiextensions.crossplane.io/v1beta1", "EnvironmentConfig", "", "env"),
    ]


def test_the_name_changes_with_the_namespace() -> None:
    assert requirements(ALL, "shop").keys() != requirements(ALL, "other").keys()


def test_what_is_not_answered_is_neither_found_nor_absent() -> None:
    assert read(ALL, "shop", {}) == ([], [])


def test_what_is_absent_is_a_problem_with_its_setting() -> None:
    found, problems = read(ALL, "shop", dict.fromkeys(requirements(ALL, "shop"), ()))
    assert found == []
    assert [str(problem) for problem in problems] == [
        f"PlatformConfig.spec.variables.sources[{position}]: {name} does not exist. "
        "Hint: create it, or remove it from PlatformConfig"
        for position, name in enumerate(["ConfigMap shop/env", "ConfigMap infra/env", "EnvironmentConfig env"])
    ]
    assert {problem.code for problem in problems} == {"EP460"}


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ({"A": "a", "B": ""}, {"A": "a", "B": ""}),
        ({"A": 3, "B": 0.5, "C": True, "D": False}, {"A": "3", "B": "0.5", "C": "true", "D": "false"}),
        ({"A": {"b": "c"}, "B": ["c"], "C": None}, {}),
        (None, {}),
        ("text", {}),
    ],
)
def test_single_values_are_values(data: Json, expected: dict[str, str]) -> None:
    assert values(data) == expected
