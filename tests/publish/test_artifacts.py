"""What must hold for every generated file, whatever the models say."""

import json
import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

import pytest
import yaml

from function.apis.registry import APIS
from function.base.variables import PATTERN as VARIABLE
from function.platform.config import PlatformConfig
from function.publish.artifacts import artifacts
from function.yaml.dump import dump

IN_STATUS = {
    "type",
    "properties",
    "items",
    "additionalProperties",
    "description",
    "x-kubernetes-preserve-unknown-fields",
}
KEYWORDS = {
    *IN_STATUS,
    *(
        "required",
        "enum",
        "pattern",
        "minLength",
        "maxLength",
        "minItems",
        "maxItems",
        "minProperties",
        "maxProperties",
    ),
    *("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"),
    *("x-kubernetes-validations", "x-kubernetes-int-or-string"),
}
DEFINITIONS = [f"apis/{api.folder}/{scope}.yaml" for api in APIS.values() for scope in ("claims", "namespaced")]
PAGES = [f"apis/{api.folder}/README.md" for api in APIS.values()]
PACKAGE = "package/function/input/platformconfigs.yaml"
ROLES = tuple(
    f"package/rbac/{name}.yaml"
    for name in ("bindings", "compose", "objects", "preflight", "terraform-compose", "terraform-objects", "workspaces")
)


@cache
def loaded(text: str) -> Any:
    return yaml.load(text, yaml.CSafeLoader)


def structural(files: Mapping[str, str], name: str) -> dict[str, Any]:
    (version,) = loaded(files[name])["spec"]["versions"]
    found: dict[str, Any] = version["schema"]["openAPIV3Schema"]
    return found


def nodes(schema: dict[str, Any], path: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield each schema node with its path."""
    yield path, schema
    for name, found in schema.get("properties", {}).items():
        yield from nodes(found, f"{path}.{name}")
    for keyword in ("items", "additionalProperties"):
        if isinstance(schema.get(keyword), dict):
            yield from nodes(schema[keyword], f"{path}[]")


def test_the_mapping_is_complete(files: Mapping[str, str]) -> None:
    expected = {
        "apis/infrabinding/file.schema.json",
        "docs/reference/codes.md",
        "docs/reference/conditions.md",
        "docs/reference/platform-config.md",
        PACKAGE,
        *ROLES,
    }
    for api in APIS.values():
        expected |= {
            f"apis/{api.folder}/{name}" for name in ("claims.yaml", "namespaced.yaml", "schema.json", "README.md")
        }
    expected |= {
        "docs/make-it-yours.md",
        "package/gitops/argocd/health.lua",
        "package/policy/eventdrivenservice-warnings.yaml",
    }
    assert set(files) == expected


def test_every_file_begins_with_its_origin(files: Mapping[str, str]) -> None:
    origin = re.compile('(# |-- |<!-- |{\n  "[$]comment": ")Generated from function/[a-z_/]+[.]py by `make generate`')
    assert [name for name, text in files.items() if not origin.match(text)] == []


def test_every_file_ends_with_one_line_break(files: Mapping[str, str]) -> None:
    assert [name for name, text in files.items() if not text.endswith("\n") or text.endswith("\n\n")] == []


@pytest.mark.parametrize("name", [*DEFINITIONS, PACKAGE])
def test_keywords_that_an_api_server_would_refuse_or_drop_do_not_occur(files: Mapping[str, str], name: str) -> None:
    found = {(path, keyword) for path, node in nodes(structural(files, name)) for keyword in node.keys() - KEYWORDS}
    assert found == set()


@pytest.mark.parametrize("name", DEFINITIONS)
def test_a_status_is_bounded_by_nothing(files: Mapping[str, str], name: str) -> None:
    status = structural(files, name)["properties"]["status"]
    assert {keyword for _, node in nodes(status) for keyword in node} <= IN_STATUS


@pytest.mark.parametrize("name", [*DEFINITIONS, PACKAGE])
def test_every_node_has_a_type(files: Mapping[str, str], name: str) -> None:
    untyped = [
        path
        for path, node in nodes(structural(files, name))
        if ("type" in node) == ("x-kubernetes-int-or-string" in node)
    ]
    assert untyped == []


@pytest.mark.parametrize("name", [*DEFINITIONS, PACKAGE])
def test_every_field_is_described_on_one_line(files: Mapping[str, str], name: str) -> None:
    spec = structural(files, name)["properties"]["spec"]
    texts = {path: node.get("description", "") for path, node in nodes(spec) if not path.endswith("[]")}
    assert [path for path, text in texts.items() if not text or "\n" in text] == []


@pytest.mark.parametrize("name", DEFINITIONS)
def test_lists_maps_and_texts_are_bounded(files: Mapping[str, str], name: str) -> None:
    spec = structural(files, name)["properties"]["spec"]
    for path, node in nodes(spec):
        if node.get("type") == "array":
            assert "maxItems" in node, path
        if "additionalProperties" in node:
            assert "maxProperties" in node, path
        if node.get("type") == "string":
            assert "maxLength" in node or "enum" in node, path
        if node.get("type") == "integer":
            assert "enum" in node or abs(node["maximum"]) < 2**53, path


@pytest.mark.parametrize("name", [*DEFINITIONS, PACKAGE])
def test_rules_have_one_line_and_a_message(files: Mapping[str, str], name: str) -> None:
    for path, node in nodes(structural(files, name)):
        for rule in node.get("x-kubernetes-validations", []):
            assert "\n" not in rule["rule"] + rule["message"], path
            assert rule["message"], path
            assert rule.keys() <= {"rule", "message", "messageExpression", "fieldPath", "reason"}, path


@pytest.mark.parametrize("name", [*DEFINITIONS, PACKAGE])
def test_patterns_mean_the_same_to_every_reader(files: Mapping[str, str], name: str) -> None:
    for path, node in nodes(structural(files, name)):
        pattern = node.get("pattern", "").removesuffix(f"|{VARIABLE}")
        assert not re.search(r"\\[dDwWsSbBzZAG]|\(\?", pattern), path
        assert not pattern or (pattern[0], pattern[-1]) == ("^", "$"), path


@pytest.mark.parametrize("name", DEFINITIONS)
def test_etcd_can_store_the_file_twice(files: Mapping[str, str], name: str) -> None:
    # a request to etcd has at most 1.5 MiB, and a CRD is stored with the fields that its managers own
    assert len(json.dumps(loaded(files[name]))) < 700_000


@pytest.mark.parametrize("name", DEFINITIONS)
def test_the_dumped_text_reads_back_as_it_was(files: Mapping[str, str], name: str) -> None:
    text = files[name]
    assert dump([loaded(text)]) == text.partition("\n")[2]


@pytest.mark.parametrize("name", PAGES)
def test_the_page_shows_every_field(files: Mapping[str, str], name: str) -> None:
    schema = structural(files, name.replace("README.md", "claims.yaml"))
    names = {path.rpartition(".")[2] for path, _ in nodes(schema) if "." in path and not path.endswith("[]")}
    missing = [field for field in names - {"spec", "status"} if f"| `{field}` |" not in files[name]]
    assert missing == []


def test_the_same_models_give_the_same_bytes(files: Mapping[str, str]) -> None:
    assert artifacts(reversed(list(APIS.values())), PlatformConfig(), dump) == files


def test_another_organization_has_its_own_group_and_sizes() -> None:
    config = PlatformConfig.model_validate(
        {"group": "platform.example.org", "sizes": {"tiny": {}, "huge": {}}, "defaultSize": "tiny"}
    )
    files = artifacts(APIS.values(), config, dump)
    text = files["apis/eventdrivenservice/claims.yaml"]
    spec = structural(files, "apis/eventdrivenservice/claims.yaml")["properties"]["spec"]
    assert "name: xeventdrivenservices.platform.example.org" in text
    assert "platform.bizmatters.io" not in text
    assert spec["properties"]["size"]["enum"] == ["tiny", "huge"]
    assert json.loads(files["apis/eventdrivenservice/schema.json"])["properties"]["apiVersion"] == {
        "description": "Group and version of the API.",
        "const": "platform.example.org/v1alpha1",
    }
