"""What a configuration brings along runs as what is installed by hand does."""

import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml

PACKAGE = Path(__file__).parents[2] / "package"
RUNTIME = list(yaml.safe_load_all((PACKAGE / "dependencies" / "runtime.yaml").read_text()))


def of_kind(kind: str) -> dict[str, dict[str, Any]]:
    return {document["metadata"]["name"]: document for document in RUNTIME if document["kind"] == kind}


@pytest.mark.parametrize(
    ("file", "name"), [("function", "function-event-platform"), ("provider", "provider-kubernetes")]
)
def test_the_runtime_is_that_of_a_package_installed_by_hand(file: str, name: str) -> None:
    by_hand = next(yaml.safe_load_all((PACKAGE / "install" / f"{file}.yaml").read_text()))
    assert of_kind("DeploymentRuntimeConfig")[name] == by_hand


@pytest.mark.parametrize("scope", ["claims", "namespaced"])
def test_every_dependency_is_matched_by_its_image(scope: str) -> None:
    metadata = yaml.safe_load((PACKAGE / f"configuration-{scope}" / "crossplane.yaml").read_text())
    needed = [dependency["package"] for dependency in metadata["spec"]["dependsOn"]]
    matched = {config["spec"]["matchImages"][0]["prefix"]: config for config in of_kind("ImageConfig").values()}
    assert sorted(needed) == sorted(matched)
    for image, config in matched.items():
        name = image.rpartition("/")[2]
        assert config["metadata"]["name"] == name
        assert config["spec"]["runtime"]["configRef"] == {
            "apiVersion": "pkg.crossplane.io/v1beta1",
            "kind": "DeploymentRuntimeConfig",
            "name": name,
        }
        assert name in of_kind("DeploymentRuntimeConfig")


def flux(kind: str) -> list[dict[str, Any]]:
    documents = yaml.safe_load_all((PACKAGE / "flux" / "platform.yaml").read_text())
    return [document for document in documents if document["kind"] == kind]


def test_flux_points_at_what_exists_and_waits_for_what_it_has() -> None:
    (repository,) = flux("GitRepository")
    kustomizations = {document["metadata"]["name"]: document["spec"] for document in flux("Kustomization")}
    for spec in kustomizations.values():
        assert (PACKAGE.parent / spec["path"]).is_dir(), spec["path"]
        assert spec["sourceRef"] == {"kind": "GitRepository", "name": repository["metadata"]["name"]}
        assert {needed["name"] for needed in spec.get("dependsOn", [])} <= kustomizations.keys()
    for line in repository["spec"]["ignore"].split():
        assert line == "/*" or (PACKAGE.parent / line.lstrip("!/")).exists(), line


def test_nobody_prunes_the_configuration_and_with_it_every_service() -> None:
    (spec,) = [found["spec"] for found in flux("Kustomization") if found["spec"]["path"] == "./package/claims"]
    assert spec["prune"] is False


@pytest.mark.parametrize("scope", ["claims", "namespaced"])
def test_the_configuration_as_an_object_is_this_version_and_a_fixed_point(scope: str) -> None:
    metadata = yaml.safe_load((PACKAGE / f"configuration-{scope}" / "crossplane.yaml").read_text())
    configuration = yaml.safe_load((PACKAGE / scope / "configuration.yaml").read_text())
    version = tomllib.loads((PACKAGE.parent / "pyproject.toml").read_text())["project"]["version"]
    assert configuration["metadata"]["name"] == metadata["metadata"]["name"]
    assert configuration["spec"] == {
        "package": f"ghcr.io/bizmatters/{metadata['metadata']['name']}:v{version}",
        "packagePullPolicy": "IfNotPresent",
        "revisionActivationPolicy": "Automatic",
        "revisionHistoryLimit": 1,
        "ignoreCrossplaneConstraints": False,
        "skipDependencyResolution": False,
    }
