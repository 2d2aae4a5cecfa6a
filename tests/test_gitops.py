"""The starting points for Argo CD and Flux point at what exists, apply what they should, and wait in order."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from function.apis.registry import APIS
from function.manifests.workspace import KIND as WORKSPACE
from tests.schemas import violations

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "package" / "gitops"
ALL_BUT_PACKAGE = ["/*", "!/package/"]
APPLIED = {
    "event-platform-runtime": ["runtime.yaml"],
    "event-platform-rbac": ["compose.yaml", "objects.yaml"],
    "event-platform": ["configuration.yaml"],
    "event-platform-provider-config": ["provider-config.yaml"],
}
"""The files of each Kustomization: a Kustomization applies everything in its folder that the source does not ignore."""


def named(file: str, kind: str) -> dict[str, dict[str, Any]]:
    """Return the specs of a kind by name."""
    documents = yaml.safe_load_all((FOLDER / file).read_text())
    return {found["metadata"]["name"]: found["spec"] for found in documents if found["kind"] == kind}


SOURCES = named("flux/platform.yaml", "GitRepository")
KUSTOMIZATIONS = named("flux/platform.yaml", "Kustomization")


def ignored(source: str) -> list[str]:
    """Return the paths that a source leaves out of the folder package."""
    lines: list[str] = SOURCES[source]["ignore"].split()
    assert lines[:2] == ALL_BUT_PACKAGE
    return lines[2:]


def files(spec: dict[str, Any]) -> list[str]:
    """Return the names of the files that a Kustomization applies."""
    left_out = ignored(spec["sourceRef"]["name"])
    found = (ROOT / spec["path"]).glob("*.yaml")
    return sorted(path.name for path in found if f"/{path.relative_to(ROOT)}" not in left_out)


def test_flux_applies_these_files_and_no_other() -> None:
    assert {name: files(spec) for name, spec in KUSTOMIZATIONS.items()} == APPLIED


@pytest.mark.parametrize("source", SOURCES)
def test_what_flux_ignores_exists(source: str) -> None:
    assert [path for path in ignored(source) if not (ROOT / path.removeprefix("/")).is_file()] == []


def test_the_sources_of_flux_are_one_version_of_one_repository() -> None:
    first, second = ({**spec, "ignore": None} for spec in SOURCES.values())
    assert first == second


def test_flux_waits_for_what_it_has() -> None:
    needed = {wanted["name"] for spec in KUSTOMIZATIONS.values() for wanted in spec.get("dependsOn", [])}
    services = named("flux/services.yaml", "Kustomization")["services"]["dependsOn"]
    assert needed | {wanted["name"] for wanted in services} <= KUSTOMIZATIONS.keys()


def test_flux_installs_the_configuration_last_but_for_what_needs_the_kinds_it_brings() -> None:
    assert {wanted["name"] for wanted in KUSTOMIZATIONS["event-platform"]["dependsOn"]} == {
        "event-platform-runtime",
        "event-platform-rbac",
    }
    assert KUSTOMIZATIONS["event-platform-provider-config"]["dependsOn"] == [{"name": "event-platform"}]


def test_flux_never_prunes_the_configuration_and_with_it_every_service() -> None:
    assert KUSTOMIZATIONS["event-platform"]["prune"] is False


def test_the_applications_of_argo_cd_ascend_in_waves() -> None:
    documents = yaml.safe_load_all((FOLDER / "argocd" / "applications.yaml").read_text())
    waves = [found["metadata"]["annotations"]["argocd.argoproj.io/sync-wave"] for found in documents]
    assert waves == ["0", "1", "2", "3"]


def applied_by_argo_cd() -> list[str]:
    """Return the files of the Application with the APIs; a source without `directory` applies its whole folder."""
    sources = named("argocd/applications.yaml", "Application")["platform-apis"]["sources"]
    found = [applied_of(ROOT / source["path"], **source.get("directory", {})) for source in sources]
    assert all(found), "a source that applies nothing"
    return [str(path.relative_to(ROOT)) for files in found for path in files]


def applied_of(folder: Path, include: str = "*.yaml", exclude: str = "") -> list[Path]:
    """Return the files that Argo CD takes: its patterns may list alternatives in braces."""
    first, _, rest = exclude.partition("{")
    listed, _, last = rest.partition("}")
    left_out = [f"{first}{one}{last}" for one in listed.split(",")]
    return [path for path in sorted(folder.glob(include)) if not any(map(path.match, filter(None, left_out)))]


def test_argo_cd_applies_these_files_and_no_other() -> None:
    """Of each API it applies the definition and the Composition for claims."""
    assert applied_by_argo_cd() == [
        *(f"package/install/{name}.yaml" for name in ("function", "provider-config", "provider", "runtime")),
        *(f"package/rbac/{name}.yaml" for name in ("bindings", "compose", "objects")),
        "package/settings/recommended.yaml",
        *(f"apis/{name.lower()}/claims.yaml" for name in APIS),
        *(f"compositions/{name.lower()}-claims.yaml" for name in APIS),
    ]


def test_argo_cd_never_prunes_the_definitions_and_with_them_every_service() -> None:
    assert (
        named("argocd/applications.yaml", "Application")["platform-apis"]["syncPolicy"]["automated"]["prune"] is False
    )


BINDINGS = named("flux/infrastructure.yaml", "Kustomization")
SERVICES = named("flux/services.yaml", "Kustomization")["services"]


def test_bindings_come_after_the_workspaces_whose_outputs_they_take() -> None:
    names = {name: [wanted["name"] for wanted in spec["dependsOn"]] for name, spec in BINDINGS.items()}
    assert "infrastructure" in names["bindings"]
    assert {name for wanted in names.values() for name in wanted} <= {*KUSTOMIZATIONS, *BINDINGS}


def test_flux_waits_for_bindings_as_for_services() -> None:
    assert BINDINGS["bindings"]["healthCheckExprs"] == SERVICES["healthCheckExprs"][1:]
    assert all(spec["wait"] for spec in BINDINGS.values())


def test_the_sample_of_a_workspace_only_observes_and_a_cluster_takes_it() -> None:
    (workspace,) = yaml.safe_load_all((FOLDER / "terraform" / "workspace.yaml").read_text())
    assert (workspace["apiVersion"], workspace["kind"]) == (WORKSPACE.api_version, WORKSPACE.kind)
    assert workspace["spec"]["managementPolicies"] == ["Observe"]
    assert violations(workspace) == []
    assert violations({**workspace, "spec": {**workspace["spec"], "module": "a"}}) != []


def test_bindings_with_workspaces_come_before_those_that_use_their_outputs() -> None:
    (spec,) = named("flux/terraform.yaml", "Kustomization").values()
    assert {wanted["name"] for wanted in spec["dependsOn"]} <= KUSTOMIZATIONS.keys()
    assert (spec["wait"], spec["healthCheckExprs"]) == (True, BINDINGS["bindings"]["healthCheckExprs"])
    assert spec["path"] not in {other["path"] for other in (*BINDINGS.values(), SERVICES)}


def test_no_file_is_applied_twice() -> None:
    """A Kustomization prunes what it applied, also if another one applies it too."""
    paths = [spec["path"] for spec in (*BINDINGS.values(), SERVICES)]
    assert len(set(paths)) == len(paths)
    assert not [path for path in paths for other in paths if path.startswith(f"{other}/")]
