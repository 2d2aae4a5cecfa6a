"""Another organization's files: the command line and the XRD agree about what is valid."""

import json
from typing import Any

import pytest
import yaml

from function.apis.api import Api
from function.apis.registry import named_apis
from function.base.manifest import Manifest
from function.base.model import Spec
from function.base.problems import errors
from function.platform.config import PlatformConfig
from function.publish.configuration import Packages
from function.publish.own import SCOPES, example, package, schema_files
from function.publish.schema.model import read
from function.publish.schema.structural import structural
from function.render import check
from function.yaml.dump import dump
from tests.documents import platform, worker
from tests.publish.judges import broken, validator

SETTINGS = platform(
    group="apis.example.org",
    names={
        "EventDrivenService": {"kind": "Worker", "plural": "workers", "shortName": "wk", "category": "acme"},
        "InfraBinding": {"kind": "Binding", "plural": "bindings", "shortName": "bd"},
    },
    sizes={"xs": {"requests": {"cpu": "50m"}}, "xl": {"requests": {"cpu": "4"}}},
    defaultSize="xs",
)
CONFIG = PlatformConfig.model_validate(SETTINGS["spec"])
APIS = named_apis(CONFIG)
FILES = schema_files(APIS.values(), CONFIG, SETTINGS, "return health\n", dump)
WORKER = APIS["EventDrivenService"]


def claim(spec: Manifest, api: Api[Spec] = WORKER) -> Manifest:
    return {**example(api, CONFIG), "spec": spec}


@pytest.mark.parametrize(
    ("size", "valid"), [("xs", True), ("xl", True), ("small", False), ("medium", False), ("XS", False)]
)
def test_the_xrd_and_the_command_line_agree_about_sizes(size: str, valid: bool) -> None:
    spec = worker(size=size)
    schema = structural(read(WORKER.spec, CONFIG))
    assert (validator(schema).is_valid(spec) and not list(broken(schema, spec, "spec"))) is valid
    assert (errors(check(claim(spec), SETTINGS)) == ()) is valid
    published = json.loads(FILES["apis/worker/schema.json"])
    assert (size in published["properties"]["spec"]["properties"]["size"]["enum"]) is valid


@pytest.mark.parametrize("api", APIS.values(), ids=lambda api: str(api.kind))
def test_the_examples_are_valid(api: Api[Spec]) -> None:
    document = yaml.safe_load(FILES[f"examples/{api.folder}.yaml"])
    assert errors(check(document, SETTINGS)) == ()


def test_every_file_is_there() -> None:
    assert set(FILES) == {
        *(f"apis/{name}/{file}" for name in ("worker", "binding") for file in ("claims.yaml", "namespaced.yaml")),
        *(f"apis/{name}/{file}" for name in ("worker", "binding") for file in ("schema.json", "README.md")),
        *(f"compositions/{name}-{scope}.yaml" for name in ("worker", "binding") for scope in SCOPES),
        *("examples/worker.yaml", "examples/binding.yaml", "apis/binding/file.schema.json"),
        *("gitops/argocd/health.yaml", "gitops/flux/services.yaml", "policy/worker-warnings.yaml"),
    }


@pytest.mark.parametrize("name", sorted(name for name in FILES if name.endswith("yaml")))
def test_no_file_has_the_product_s_own_group(name: str) -> None:
    text = FILES[name].replace("platform.fn.bizmatters.io", "")
    assert "platform.bizmatters.io" not in text
    documents: list[Any] = list(yaml.safe_load_all(FILES[name]))
    assert all(document["kind"] for document in documents)


def test_the_names_of_the_xrds() -> None:
    claims = yaml.safe_load(FILES["apis/worker/claims.yaml"])
    assert claims["metadata"]["name"] == "xworkers.apis.example.org"
    assert claims["spec"]["claimNames"]["kind"] == "Worker"
    assert claims["spec"]["names"]["shortNames"] == ["xwk"]
    assert claims["spec"]["defaultCompositionRef"] == {"name": "worker"}


@pytest.mark.parametrize("scope", SCOPES)
def test_a_package_has_the_definitions_and_compositions_of_one_scope(scope: Any) -> None:
    made = package(
        APIS.values(), CONFIG, SETTINGS, name="acme", scope=scope, packages=Packages(function="example.org/acme/fn")
    )
    kinds = [document["kind"] for document in made]
    assert kinds == ["Configuration", *["CompositeResourceDefinition"] * 2, *["Composition"] * 2]
    definition = yaml.safe_load(FILES[f"apis/worker/{scope}.yaml"])
    assert made[1] == definition
    assert "'functionRef': {'name': 'acme-fn'}" in str(made[3])
