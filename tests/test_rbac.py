"""The shipped roles hold the kinds that are emitted: none is missing and none is too many."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from function.publish.kinds import kinds

PACKAGE = Path(__file__).parents[1] / "package"
FILES = {
    "bindings": "rbac/bindings",
    "compose": "rbac/compose",
    "diagnose-pods": "settings/recommended",
    "objects": "rbac/objects",
    "preflight": "rbac/preflight",
    "terraform-compose": "rbac/terraform-compose",
    "terraform-objects": "rbac/terraform-objects",
    "workspaces": "rbac/workspaces",
}
EVERY = tuple(FILES)
READ = {"get", "list", "watch"}
APPLY = READ | {"create", "patch", "delete"}
WRAPPED = {(kind.group, kind.plural) for kind in kinds() if kind.holds_data}
"""What is never composed directly, since it outlives its binding."""


def documents(name: str) -> list[dict[str, Any]]:
    return list(yaml.safe_load_all((PACKAGE / f"{FILES[name]}.yaml").read_text()))


def rules(name: str) -> list[dict[str, Any]]:
    (held,) = [document for document in documents(name) if document["kind"] == "ClusterRole"]
    found: list[dict[str, Any]] = held["rules"]
    return found


def granted(name: str) -> list[tuple[str, str]]:
    return [(group, resource) for rule in rules(name) for group in rule["apiGroups"] for resource in rule["resources"]]


def test_the_provider_may_touch_exactly_what_is_emitted() -> None:
    assert sorted(granted("objects")) == sorted((kind.group, kind.plural) for kind in kinds() if not kind.runs_code)


def test_crossplane_gets_what_its_own_role_lacks_and_nothing_that_is_always_wrapped() -> None:
    stock = {("", "configmaps"), ("", "serviceaccounts"), ("", "services"), ("apps", "deployments")}
    emitted = {(kind.group, kind.plural) for kind in kinds() if not kind.runs_code}
    assert {("kafka.strimzi.io", "kafkatopics"), ("kinesis.aws.m.upbound.io", "streams")} <= WRAPPED
    assert sorted(granted("compose")) == sorted(emitted - stock - WRAPPED)


def test_documents_of_bindings_are_read_and_nothing_else() -> None:
    assert granted("bindings") == [("", "configmaps")]


def test_workspaces_are_read_and_nothing_else_of_terraform() -> None:
    assert granted("workspaces") == [("tf.m.upbound.io", "workspaces")]


def test_preflights_need_nothing_but_their_pods() -> None:
    assert granted("preflight") == [("", "pods")]


def test_only_roles_of_their_own_write_what_runs_code() -> None:
    modules = [("tf.m.upbound.io", "workspaces")]
    assert granted("terraform-objects") == granted("terraform-compose") == modules
    assert [(kind.group, kind.plural) for kind in kinds() if kind.runs_code] == modules
    assert set(modules).isdisjoint([*granted("objects"), *granted("compose")])


def test_diagnosis_reads_pods_and_nothing_else() -> None:
    assert granted("diagnose-pods") == [("", "pods")]


@pytest.mark.parametrize(
    ("name", "verbs"),
    [
        ("objects", APPLY),
        ("compose", APPLY | {"update"}),  # Crossplane checks for update, though it applies as well
        ("bindings", READ),
        ("diagnose-pods", READ),
        ("preflight", READ),
        ("terraform-objects", APPLY),
        ("terraform-compose", APPLY | {"update"}),
        ("workspaces", READ),
    ],
)
def test_verbs_are_those_needed(name: str, verbs: set[str]) -> None:
    for rule in rules(name):
        (kept,) = {(group, plural) in WRAPPED for group in rule["apiGroups"] for plural in rule["resources"]}
        assert set(rule["verbs"]) == (verbs - {"delete"} if kept else verbs), rule["resources"]


@pytest.mark.parametrize("name", EVERY)
def test_no_role_deletes_what_holds_data(name: str) -> None:
    assert {("", "persistentvolumeclaims"), ("postgresql.cnpg.io", "clusters")} <= WRAPPED
    for rule in rules(name):
        if "delete" in rule["verbs"]:
            assert not WRAPPED & {(group, plural) for group in rule["apiGroups"] for plural in rule["resources"]}


def test_every_role_has_a_purpose() -> None:
    assert {path.stem for path in PACKAGE.glob("rbac/*.yaml")} == set(EVERY) - {"diagnose-pods"}


@pytest.mark.parametrize("name", EVERY)
def test_no_role_holds_a_wildcard_or_secrets(name: str) -> None:
    for rule in rules(name):
        said = [*rule["apiGroups"], *rule["resources"], *rule["verbs"]]
        assert not [word for word in said if "*" in word]
        assert not {resource.partition("/")[0] for resource in rule["resources"]} & {"secrets"}
        assert "nonResourceURLs" not in rule
        assert not {"escalate", "bind", "impersonate"} & set(rule["verbs"])


@pytest.mark.parametrize("name", ["bindings", "compose", "diagnose-pods", "terraform-compose", "workspaces"])
def test_roles_of_crossplane_are_aggregated_and_not_bound(name: str) -> None:
    (only,) = [document for document in documents(name) if document["kind"] == "ClusterRole"]
    assert only["metadata"]["labels"] == {"rbac.crossplane.io/aggregate-to-crossplane": "true"}


def test_the_role_for_objects_is_bound_to_the_provider_and_not_aggregated() -> None:
    held, binding = documents("objects")
    assert "labels" not in held["metadata"]
    assert binding["roleRef"]["name"] == held["metadata"]["name"]
    runtime = yaml.safe_load_all((PACKAGE / "install" / "runtime.yaml").read_text())
    accounts = [document["spec"].get("serviceAccountTemplate", {}).get("metadata") for document in runtime]
    (subject,) = binding["subjects"]
    assert [account for account in accounts if account] == [{"name": subject["name"]}]
