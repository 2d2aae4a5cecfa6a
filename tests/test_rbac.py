"""The shipped roles hold the kinds that are emitted: none is missing and none is too many."""

import ast
import inspect
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from function import manifests
from function.base.plugins import members

PACKAGE = Path(__file__).parents[1] / "package"
EVERY = sorted(PACKAGE.glob("rbac/*.yaml"))
READ = {"get", "list", "watch"}
APPLY = READ | {"create", "patch", "delete"}
STOCK = {("", "configmaps"), ("", "serviceaccounts"), ("", "services"), ("apps", "deployments")}
"""What Crossplane's own role lets it compose of our kinds (its Helm chart, clusterrole.yaml)."""

Kind = tuple[str, str]


def documents(path: Path) -> list[dict[str, Any]]:
    return list(yaml.safe_load_all(path.read_text()))


def files(prefix: str) -> list[Path]:
    """Return the files of one purpose: those of EventDrivenService, and `<prefix>-<api>.yaml` of each further API."""
    return sorted(PACKAGE.glob(f"rbac/{prefix}*.yaml"))


def rules(prefix: str) -> list[dict[str, Any]]:
    roles = [held for path in files(prefix) for held in documents(path) if held["kind"] == "ClusterRole"]
    return [rule for held in roles for rule in held["rules"]]


def kinds(held: Iterable[Mapping[str, Any]]) -> list[Kind]:
    return [(group, resource) for rule in held for group in rule["apiGroups"] for resource in rule["resources"]]


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


def emitted() -> set[Kind]:
    return {literal_kind(module) for module in members(manifests.__name__, list(manifests.__path__)).values()}


def test_every_manifest_module_emits_a_kind_of_its_own() -> None:
    modules = members(manifests.__name__, list(manifests.__path__))
    assert len(emitted()) == len(modules)
    assert ("keda.sh", "scaledobjects") in emitted()


def test_the_provider_may_touch_exactly_what_is_emitted() -> None:
    listed = kinds(rules("objects"))
    assert set(listed) == emitted()
    assert len(listed) == len(set(listed))


def test_crossplane_gets_exactly_what_its_own_role_lacks() -> None:
    listed = kinds(rules("compose"))
    assert set(listed) == emitted() - STOCK
    assert len(listed) == len(set(listed))


def test_diagnosis_reads_pods_and_nothing_else() -> None:
    assert kinds(rules("diagnose-pods")) == [("", "pods")]


@pytest.mark.parametrize(
    ("prefix", "verbs"),
    [
        ("objects", APPLY),
        ("compose", APPLY | {"update"}),  # Crossplane checks for update, though it applies as well
        ("diagnose-pods", READ),
    ],
)
def test_verbs_are_those_needed(prefix: str, verbs: set[str]) -> None:
    for rule in rules(prefix):
        assert set(rule["verbs"]) == verbs, rule["resources"]


def test_every_role_has_a_purpose() -> None:
    assert sorted([*files("objects"), *files("compose"), *files("diagnose-pods")]) == EVERY


@pytest.mark.parametrize("path", EVERY, ids=lambda path: path.name)
def test_no_role_holds_a_wildcard_or_secrets(path: Path) -> None:
    for document in documents(path):
        for rule in document.get("rules", []):
            said = [*rule["apiGroups"], *rule["resources"], *rule["verbs"]]
            assert not [word for word in said if "*" in word]
            assert not {resource.partition("/")[0] for resource in rule["resources"]} & {"secrets"}
            assert "nonResourceURLs" not in rule
            assert not {"escalate", "bind", "impersonate"} & set(rule["verbs"])


@pytest.mark.parametrize("path", [*files("compose"), *files("diagnose-pods")], ids=lambda path: path.name)
def test_roles_of_crossplane_are_aggregated_and_not_bound(path: Path) -> None:
    (only,) = documents(path)
    assert only["metadata"]["labels"] == {"rbac.crossplane.io/aggregate-to-crossplane": "true"}


@pytest.mark.parametrize("path", files("objects"), ids=lambda path: path.name)
def test_roles_of_objects_are_bound_to_the_provider_and_not_aggregated(path: Path) -> None:
    held, binding = documents(path)
    assert "labels" not in held["metadata"]
    assert binding["roleRef"]["name"] == held["metadata"]["name"]
    runtime = documents(PACKAGE / "install" / "provider.yaml")[0]
    (subject,) = binding["subjects"]
    assert subject["name"] == runtime["spec"]["serviceAccountTemplate"]["metadata"]["name"]
