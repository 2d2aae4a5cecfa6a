"""The shipped manifests fit each other, the function's names and their schemas, and leave nothing to defaulting."""

import tomllib
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from function.apis import environment_config
from function.apis.input import settings
from function.apis.registry import APIS
from function.platform.config import PlatformConfig
from tests.schemas.validators import validator

ROOT = Path(__file__).parents[1]
SHIPPED = sorted([*ROOT.glob("package/**/*.yaml"), *ROOT.glob("compositions/*.yaml")])
NAME = "function-event-platform"
SCOPES = ("claims", "namespaced")
DEFAULTED = {
    "packagePullPolicy": "IfNotPresent",
    "revisionActivationPolicy": "Automatic",
    "revisionHistoryLimit": 1,
    "ignoreCrossplaneConstraints": False,
    "skipDependencyResolution": False,
}
"""What the API server would add to an installed package."""


def documents(path: Path) -> list[dict[str, Any]]:
    return list(yaml.safe_load_all(path.read_text()))


def shipped(kind: str, path: str) -> list[dict[str, Any]]:
    return [document for document in documents(ROOT / path) if document["kind"] == kind]


def reference(document: Mapping[str, Any]) -> dict[str, Any]:
    return {"apiVersion": document["apiVersion"], "kind": document["kind"], "name": document["metadata"]["name"]}


def runtimes() -> dict[str, dict[str, Any]]:
    """Return the runtime configurations by name."""
    found = shipped("DeploymentRuntimeConfig", "package/install/runtime.yaml")
    return {document["metadata"]["name"]: document for document in found}


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: str(path.relative_to(ROOT)))
def test_documents_are_whole_objects(path: Path) -> None:
    for document in documents(path):
        assert {"apiVersion", "kind", "metadata"} <= document.keys()
        assert document["metadata"]["name"]
        assert document["metadata"].get("labels", True), "an empty map is dropped by the API server"
        assert document["metadata"].get("annotations", True), "an empty map is dropped by the API server"


def test_no_object_of_the_package_is_shipped_twice() -> None:
    paths = [path for path in SHIPPED if path.is_relative_to(ROOT / "package")]
    objects = Counter(tuple(reference(document).values()) for path in paths for document in documents(path))
    assert [found for found, count in objects.items() if count > 1] == []


@pytest.mark.parametrize(("kind", "file"), [("Function", "function"), ("Provider", "provider")])
def test_a_package_installed_by_hand_has_its_runtime_and_is_a_fixed_point(kind: str, file: str) -> None:
    (package,) = documents(ROOT / "package" / "install" / f"{file}.yaml")
    assert package["kind"] == kind
    spec = package["spec"]
    assert spec == {**DEFAULTED, "package": spec["package"], "runtimeConfigRef": spec["runtimeConfigRef"]}
    assert spec["runtimeConfigRef"] in [reference(config) for config in runtimes().values()]


@pytest.mark.parametrize("scope", SCOPES)
def test_every_dependency_is_matched_by_its_image_and_has_its_runtime(scope: str) -> None:
    (metadata,) = documents(ROOT / "package" / "configurations" / scope / "crossplane.yaml")
    needed = [dependency["package"] for dependency in metadata["spec"]["dependsOn"]]
    configs = {
        config["spec"]["matchImages"][0]["prefix"]: config["spec"]["runtime"]["configRef"]
        for config in shipped("ImageConfig", "package/install/runtime.yaml")
    }
    assert sorted(needed) == sorted(configs)
    for image, found in configs.items():
        assert found == reference(runtimes()[image.rpartition("/")[2]])


@pytest.mark.parametrize("scope", SCOPES)
def test_the_configuration_as_an_object_is_this_version_and_a_fixed_point(scope: str) -> None:
    folder = ROOT / "package" / "configurations" / scope
    (metadata,), (configuration,) = documents(folder / "crossplane.yaml"), documents(folder / "configuration.yaml")
    version = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["version"]
    name = metadata["metadata"]["name"]
    assert configuration["metadata"]["name"] == name
    assert configuration["spec"] == {**DEFAULTED, "package": f"ghcr.io/bizmatters/{name}:v{version}"}


def test_the_function_has_one_name_everywhere_and_composes() -> None:
    (meta,) = shipped("Function", "package/function/crossplane.yaml")
    (installed,) = shipped("Function", "package/install/function.yaml")
    assert meta["metadata"]["name"] == installed["metadata"]["name"] == NAME
    assert meta["spec"]["capabilities"] == ["composition"], "without it no Composition may call the function"


def test_the_function_runs_unprivileged_and_does_not_depend_on_one_pod() -> None:
    spec = runtimes()[NAME]["spec"]["deploymentTemplate"]["spec"]
    (container,) = spec["template"]["spec"]["containers"]
    assert spec["replicas"] == 2
    assert spec["template"]["spec"]["automountServiceAccountToken"] is False
    assert container["name"] == "package-runtime"
    assert container["securityContext"]["runAsNonRoot"] is True
    assert container["securityContext"]["readOnlyRootFilesystem"] is True
    assert container["resources"]["limits"]["memory"]


@pytest.mark.parametrize("kind", ["ProviderConfig", "ClusterProviderConfig"])
def test_provider_configs_have_the_name_that_objects_refer_to(kind: str) -> None:
    (config,) = shipped(kind, "package/install/provider-config.yaml")
    assert config["metadata"]["name"] == PlatformConfig().provider_config.name
    assert config["spec"] == {"credentials": {"source": "InjectedIdentity"}}


@pytest.mark.parametrize("path", ["install/provider-config", "rbac/compose", "rbac/objects"])
def test_what_is_not_crossplanes_fits_its_schema(path: str) -> None:
    for document in documents(ROOT / "package" / f"{path}.yaml"):
        schema = validator(document["apiVersion"], document["kind"])
        assert schema is not None
        assert [error.message for error in schema.iter_errors(document)] == []
        assert not schema.is_valid({**document, "nonsense": 1})


@pytest.mark.parametrize("api", APIS.values(), ids=lambda api: api.kind)
@pytest.mark.parametrize("scope", SCOPES)
def test_every_api_has_a_composition_per_scope(api: Any, scope: str) -> None:
    (composition,) = documents(ROOT / "compositions" / f"{api.folder}-{scope}.yaml")
    kind = api.composite_kind if scope == "claims" else api.kind
    assert composition["metadata"]["name"] == api.folder
    assert composition["spec"]["compositeTypeRef"]["kind"] == kind
    assert composition["spec"]["mode"] == "Pipeline"
    (step,) = composition["spec"]["pipeline"]
    assert step["functionRef"] == {"name": NAME}
    config, problems = settings(step["input"])
    assert problems == []
    assert config is not None
    assert config.delivery == ("object" if scope == "claims" else "direct")
    assert config.settings is not None
    assert config.settings.optional


def test_the_recommended_settings_are_those_that_the_compositions_read() -> None:
    role, settings_object = documents(ROOT / "package" / "settings" / "recommended.yaml")
    assert role["kind"] == "ClusterRole"
    assert (settings_object["apiVersion"], settings_object["kind"]) == (
        environment_config.API_VERSION,
        environment_config.KIND,
    )
    (composition,) = documents(ROOT / "compositions" / "eventdrivenservice-claims.yaml")
    (step,) = composition["spec"]["pipeline"]
    assert step["input"]["spec"]["settings"]["name"] == settings_object["metadata"]["name"]
    config, problems = settings(environment_config.over(step["input"], settings_object["data"]))
    assert problems == []
    assert config is not None
    assert config.diagnosis.pods
