"""The shipped manifests fit each other, the function's names and their schemas, and leave nothing to defaulting."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest
import yaml

from function.apis.input import settings
from function.apis.registry import APIS
from function.platform.config import PlatformConfig

ROOT = Path(__file__).parents[1]
CRDS = ROOT.parent / "shared" / "crds"
SHIPPED = sorted([*ROOT.glob("package/*/*.yaml"), *ROOT.glob("compositions/*.yaml")])
NAME = "function-event-platform"


def documents(path: Path) -> list[dict[str, Any]]:
    return list(yaml.safe_load_all(path.read_text()))


def shipped(kind: str, folder: str) -> list[dict[str, Any]]:
    found = [document for path in sorted((ROOT / folder).glob("*.yaml")) for document in documents(path)]
    return [document for document in found if document["kind"] == kind]


def strict(schema: Any) -> Any:
    """Return a structural schema that refuses what the API server would prune."""
    if isinstance(schema, Mapping):
        closed = {key: strict(value) for key, value in schema.items()}
        if "properties" in schema and not {"additionalProperties", "x-kubernetes-preserve-unknown-fields"} & {*schema}:
            closed["additionalProperties"] = False
        return closed
    return [strict(item) for item in schema] if isinstance(schema, list) else schema


def schema_of(kind: str, group: str) -> Any:
    for path in CRDS.glob(f"*/{group}_*.yaml"):
        crd = yaml.load(path.read_text(), Loader=yaml.CSafeLoader)
        if crd["spec"]["names"]["kind"] == kind:
            return strict(crd["spec"]["versions"][0]["schema"]["openAPIV3Schema"])
    raise LookupError(f"no CRD of {kind} in {group}")


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: str(path.relative_to(ROOT)))
def test_documents_are_whole_objects(path: Path) -> None:
    for document in documents(path):
        assert {"apiVersion", "kind", "metadata"} <= document.keys()
        assert document["metadata"]["name"]
        assert document["metadata"].get("labels", True), "an empty map is dropped by the API server"
        assert document["metadata"].get("annotations", True), "an empty map is dropped by the API server"


@pytest.mark.parametrize("kind", ["Function", "Provider"])
def test_packages_are_fixed_points_of_defaulting(kind: str) -> None:
    (package,) = shipped(kind, "package/install")
    spec = package["spec"]
    written = {key: value for key, value in spec.items() if key not in ("package", "runtimeConfigRef")}
    assert written == {
        "packagePullPolicy": "IfNotPresent",
        "revisionActivationPolicy": "Automatic",
        "revisionHistoryLimit": 1,
        "ignoreCrossplaneConstraints": False,
        "skipDependencyResolution": False,
    }
    configs = shipped("DeploymentRuntimeConfig", "package/install")
    assert spec["runtimeConfigRef"] in [reference(config) for config in configs]


def reference(document: Mapping[str, Any]) -> dict[str, Any]:
    return {"apiVersion": document["apiVersion"], "kind": document["kind"], "name": document["metadata"]["name"]}


def test_the_function_has_one_name_everywhere() -> None:
    (meta,) = shipped("Function", "package/function")
    (installed,) = shipped("Function", "package/install")
    assert meta["metadata"]["name"] == installed["metadata"]["name"] == NAME
    assert meta["spec"]["capabilities"] == ["composition"]


def test_the_function_runs_unprivileged_and_does_not_depend_on_one_pod() -> None:
    config = next(c for c in shipped("DeploymentRuntimeConfig", "package/install") if c["metadata"]["name"] == NAME)
    spec = config["spec"]["deploymentTemplate"]["spec"]
    (container,) = spec["template"]["spec"]["containers"]
    assert spec["replicas"] == 2
    assert container["name"] == "package-runtime"
    assert container["securityContext"]["runAsNonRoot"] is True
    assert container["securityContext"]["readOnlyRootFilesystem"] is True
    assert container["resources"]["limits"]["memory"]


@pytest.mark.parametrize("kind", ["ProviderConfig", "ClusterProviderConfig"])
def test_provider_configs_have_the_name_that_objects_refer_to(kind: str) -> None:
    (config,) = shipped(kind, "package/install")
    assert config["metadata"]["name"] == PlatformConfig().provider_config.name
    assert config["spec"] == {"credentials": {"source": "InjectedIdentity"}}


@pytest.mark.parametrize("api", APIS.values(), ids=lambda api: api.kind)
@pytest.mark.parametrize("scope", ["claims", "namespaced"])
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
    assert config.delivery == "object" if scope == "claims" else "direct"


def test_waves_ascend_and_what_they_point_at_exists() -> None:
    applications = shipped("Application", "package/argocd")
    waves = [application["metadata"]["annotations"]["argocd.argoproj.io/sync-wave"] for application in applications]
    assert waves == ["0", "1", "2", "3"]
    for source in applications[1]["spec"]["sources"]:
        folder = ROOT / source["path"]
        assert folder.is_dir()
        included = source.get("directory", {}).get("include")
        assert included is None or (folder / included).is_file()


CHECKED = [
    ("ProviderConfig", "kubernetes.crossplane.io", "package/install"),
    ("ClusterProviderConfig", "kubernetes.m.crossplane.io", "package/install"),
    ("Application", "argoproj.io", "package/argocd"),
]


@pytest.mark.skipif(not CRDS.is_dir(), reason="no CRDs beside this repository")
@pytest.mark.parametrize(("kind", "group", "folder"), CHECKED)
def test_custom_resources_fit_their_schemas(kind: str, group: str, folder: str) -> None:
    validator = jsonschema_rs.Draft202012Validator(schema_of(kind, group))
    for document in shipped(kind, folder):
        assert [error.message for error in validator.iter_errors(document)] == []
        broken = {**document, "spec": {**document["spec"], "nonsense": 1}}
        assert not validator.is_valid(broken)
