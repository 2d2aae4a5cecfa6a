"""What a configuration brings along runs as what is installed by hand does."""

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
