"""The shipped roles hold the kinds that are emitted: none is missing and none is too many."""

import ast
import inspect
from pathlib import Path
from typing import Any

import pytest
import yaml

from function import manifests
from function.apis.infra_binding.sections import streams
from function.base.discovery import discover

PACKAGE = Path(__file__).parents[1] / "package"
EVERY = ("compose", "diagnose-pods", "objects")
READ = {"get", "list", "watch"}
APPLY = READ | {"create", "patch", "delete"}
WRAPPED = {("kafka.strimzi.io", "kafkatopics")}
"""What is never composed directly, since it outlives its binding."""

Kind = tuple[str, str]


def documents(name: str) -> list[dict[str, Any]]:
    return list(yaml.safe_load_all((PACKAGE / "rbac" / f"{name}.yaml").read_text()))


def rules(name: str) -> list[dict[str, Any]]:
    (held,) = [document for document in documents(name) if document["kind"] == "ClusterRole"]
    found: list[dict[str, Any]] = held["rules"]
    return found


def kinds(name: str) -> list[Kind]:
    return [(group, resource) for rule in rules(name) for group in rule["apiGroups"] for resource in rule["resources"]]


def literal_kind(module: Any) -> Kind:
    """Return API group and plural of the manifest that a module writes, read from its one literal."""
    found = [
        {key.value: value.value for key, value in pairs}
        for node in ast.walk(ast.parse(inspect.getsource(module)))
        if isinstance(node, ast.Dict)
        and (
            pairs := [
                (key, value)
                for key, value in zip(node.keys, node.values, strict=True)
                if isinstance(key, ast.Constant) and isinstance(value, ast.Constant)
            ]
        )
    ]
    (made,) = [literal for literal in found if {"apiVersion", "kind"} <= literal.keys()]
    group = str(made["apiVersion"]).rpartition("/")[0]
    return group, f"{str(made['kind']).lower()}s"


def declared(module: Any) -> Kind:
    plural, _, group = module.RESOURCE.partition(".")
    return group, plural


KINDS = discover(manifests.__name__)
STREAMS = discover(streams.__name__)


@pytest.mark.parametrize("name", KINDS)
def test_a_kind_declares_what_its_manifest_is(name: str) -> None:
    assert declared(KINDS[name]) == literal_kind(KINDS[name])


def test_every_kind_is_another() -> None:
    assert len({declared(module) for module in KINDS.values()}) == len(KINDS)


@pytest.mark.parametrize("name", STREAMS)
def test_a_stream_declares_what_it_makes(name: str) -> None:
    module = STREAMS[name]
    written = "apiVersion" in inspect.getsource(module)
    assert declared(module) == literal_kind(module) if written else declared(module) in map(declared, KINDS.values())


def test_the_provider_may_touch_exactly_what_is_emitted() -> None:
    emitted = {declared(module) for module in (*KINDS.values(), *STREAMS.values())}
    assert sorted(kinds("objects")) == sorted(emitted)


def test_crossplane_gets_what_its_own_role_lacks_and_nothing_that_is_always_wrapped() -> None:
    stock = {("", "configmaps"), ("", "serviceaccounts"), ("", "services"), ("apps", "deployments")}
    assert sorted(kinds("compose")) == sorted({declared(module) for module in KINDS.values()} - stock - WRAPPED)


def test_diagnosis_reads_pods_and_nothing_else() -> None:
    assert kinds("diagnose-pods") == [("", "pods")]


@pytest.mark.parametrize(
    ("name", "verbs"),
    [
        ("objects", APPLY),
        ("compose", APPLY | {"update"}),  # Crossplane checks for update, though it applies as well
        ("diagnose-pods", READ),
    ],
)
def test_verbs_are_those_needed(name: str, verbs: set[str]) -> None:
    for rule in rules(name):
        assert set(rule["verbs"]) == verbs, rule["resources"]


def test_every_role_has_a_purpose() -> None:
    assert {path.stem for path in PACKAGE.glob("rbac/*.yaml")} == set(EVERY)


@pytest.mark.parametrize("name", EVERY)
def test_no_role_holds_a_wildcard_or_secrets(name: str) -> None:
    for rule in rules(name):
        said = [*rule["apiGroups"], *rule["resources"], *rule["verbs"]]
        assert not [word for word in said if "*" in word]
        assert not {resource.partition("/")[0] for resource in rule["resources"]} & {"secrets"}
        assert "nonResourceURLs" not in rule
        assert not {"escalate", "bind", "impersonate"} & set(rule["verbs"])


@pytest.mark.parametrize("name", ["compose", "diagnose-pods"])
def test_roles_of_crossplane_are_aggregated_and_not_bound(name: str) -> None:
    (only,) = documents(name)
    assert only["metadata"]["labels"] == {"rbac.crossplane.io/aggregate-to-crossplane": "true"}


def test_the_role_for_objects_is_bound_to_the_provider_and_not_aggregated() -> None:
    held, binding = documents("objects")
    assert "labels" not in held["metadata"]
    assert binding["roleRef"]["name"] == held["metadata"]["name"]
    runtime = yaml.safe_load_all((PACKAGE / "install" / "provider.yaml").read_text())
    (subject,) = binding["subjects"]
    assert subject["name"] == next(runtime)["spec"]["serviceAccountTemplate"]["metadata"]["name"]
