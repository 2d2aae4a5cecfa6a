"""What is asked for, under names that say what, and which values an answer has."""

from dataclasses import replace

import pytest

from function.apis.variable_sources import read, requirements
from function.base.manifest import Json, Manifest
from function.base.request import Request
from function.platform.variables import Variables
from function.render import render
from tests.bindings import PLATFORM, composite
from tests.infrastructure import infrastructure
from tests.leaves import replaced

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


WORKSPACE = {"kind": "Workspace", "name": "emr"}
NAME = "variables/workspace/shop/emr"
NAMED: Json = {"infrastructure": {"outputs": {"dns": "output.emr_cluster_dns"}}}


def of_workspace(manifest: Manifest, written: Json = None) -> tuple[dict[str, str], list[str]]:
    """Return the values, and the problems as texts."""
    settings = Variables.model_validate({"sources": [WORKSPACE]})
    (source,), problems = read(settings, "shop", {NAME: [manifest]}, written)
    assert source.name == "Workspace shop/emr"
    return dict(source.values), list(map(str, problems))


def provided(**outputs: Json) -> Manifest:
    """Return a Workspace with these outputs in its status."""
    return {"status": {"atProvider": {"outputs": outputs}}}


def test_a_workspace_is_one_of_the_namespaced_kind() -> None:
    wanted = requirements(Variables.model_validate({"sources": [WORKSPACE]}), "shop")[NAME]
    assert (wanted.api_version, wanted.kind) == ("tf.m.upbound.io/v1beta1", "Workspace")
    assert (wanted.namespace, wanted.name) == ("shop", "emr")


def test_outputs_of_a_workspace_are_values() -> None:
    found = of_workspace(provided(emr_cluster_id="j-1", nodes=3, subnets=["a"]))
    assert found == ({"emr_cluster_id": "j-1", "EMR_CLUSTER_ID": "j-1", "nodes": "3", "NODES": "3"}, [])


def test_the_binding_may_name_them() -> None:
    values, problems = of_workspace(provided(emr_cluster_dns="a.example.org"), NAMED)
    assert (values["DNS"], problems) == ("a.example.org", [])


@pytest.mark.parametrize(
    "manifest",
    [{}, {"status": {}}, {"status": {"atProvider": {}}}, {"status": {"atProvider": {"outputs": None}}}, provided()],
)
def test_a_workspace_without_outputs_has_no_values(manifest: Manifest) -> None:
    assert of_workspace(manifest) == ({}, [])
    assert of_workspace(manifest, NAMED) == (
        {},
        [
            (
                "spec.infrastructure.outputs.dns: Workspace shop/emr has no output 'emr_cluster_dns'. "
                "Hint: correct the name, or add the output to the module"
            )
        ],
    )


@pytest.mark.parametrize(("first", "second", "codes"), [("emr_cluster_dns", "b", []), ("b", "emr_cluster_dns", [])])
def test_one_workspace_with_the_output_is_enough(first: str, second: str, codes: list[str]) -> None:
    settings = Variables.model_validate({"sources": [WORKSPACE, {**WORKSPACE, "namespace": "infra"}]})
    answers = {NAME: [provided(**{first: "x"})], "variables/workspace/infra/emr": [provided(**{second: "y"})]}
    _, problems = read(settings, "shop", answers, NAMED)
    assert [problem.code for problem in problems] == codes


def test_while_a_workspace_is_absent_its_outputs_are_no_second_problem() -> None:
    settings = Variables.model_validate({"sources": [WORKSPACE, {**WORKSPACE, "namespace": "infra"}]})
    _, problems = read(settings, "shop", {NAME: [provided()], "variables/workspace/infra/emr": []}, NAMED)
    assert [problem.code for problem in problems] == ["EP460"]


def test_a_workspace_fills_the_variables_of_a_binding() -> None:
    """The whole way: it is asked for, and its outputs are in the document."""
    settings = replaced(PLATFORM, "spec.variables", {"sources": [WORKSPACE]})
    runtime: Json = {"platform": "emr", "compute": {"cluster_id": "${EMR_CLUSTER_ID}"}}
    request = Request(xr=composite(infrastructure(runtime=runtime)), platform=settings, required={})
    assert list(render(request).requirements) == [NAME]
    answers = {NAME: [provided(emr_cluster_id="j-7")], "existing/document": []}
    outcome = render(replace(request, required=answers))
    assert outcome.fatal is None
    assert render(replace(request, required={**answers, NAME: [provided()]})).fatal is not None
    claim = render(replace(request, required={**answers, NAME: [provided(emr_cluster_id="a b")]})).fatal
    assert claim is not None
    assert "got the value of ${EMR_CLUSTER_ID}" in claim
