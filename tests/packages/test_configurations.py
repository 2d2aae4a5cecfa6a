"""A configuration holds its scope's XRDs, Compositions that name the function as Crossplane will, and what it needs."""

import tomllib
from pathlib import Path
from typing import Any

import yaml

from tools.image.xpkg import Package

ROOT = Path(__file__).parents[2]
FUNCTION = "function-event-platform"


def of_kind(package: Package, kind: str) -> list[dict[str, Any]]:
    return [document for document in package.documents if document["kind"] == kind]


def named(documents: list[dict[str, Any]]) -> dict[str, dict[str, Any]]:
    found = {document["metadata"]["name"]: document for document in documents}
    assert len(found) == len(documents)
    return found


def source(pattern: str) -> dict[str, dict[str, Any]]:
    found = named([yaml.safe_load(path.read_text()) for path in ROOT.glob(pattern)])
    assert found
    return found


def dependency(package: Package, kind: str) -> dict[str, str]:
    (found,) = [needed for needed in package.metadata["spec"]["dependsOn"] if needed["kind"] == kind]
    return dict(found)


def version(text: str) -> tuple[int, ...]:
    return tuple(int(part) for part in text.removeprefix(">=").removeprefix("v").split("."))


def test_it_is_named_after_its_scope(configuration: Package, scope: str) -> None:
    assert configuration.metadata["kind"] == "Configuration"
    assert configuration.metadata["metadata"]["name"] == f"event-platform-{scope}"


def test_it_needs_function_and_provider_and_nothing_else(configuration: Package) -> None:
    kinds = [needed["kind"] for needed in configuration.metadata["spec"]["dependsOn"]]
    assert sorted(kinds) == ["Function", "Provider"]
    assert dependency(configuration, "Function")["package"].endswith(f"/{FUNCTION}")
    assert dependency(configuration, "Provider")["package"].endswith("/provider-kubernetes")
    for kind in kinds:
        assert ":" not in dependency(configuration, kind)["package"].rpartition("/")[2], "the version says which"


def test_the_function_of_this_version_satisfies_it(configuration: Package) -> None:
    here = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["version"]
    needed = dependency(configuration, "Function")["version"]
    assert needed.startswith(">=v")
    assert version(needed) <= version(here)


def test_namespaced_composites_need_crossplane_2(configuration: Package, scope: str) -> None:
    least = configuration.metadata["spec"]["crossplane"]["version"].removesuffix("-0")
    assert version(least) >= ((2, 0, 0) if scope == "namespaced" else (1, 20, 0))


def test_it_has_every_api_of_its_scope_and_none_of_the_other(configuration: Package, scope: str) -> None:
    assert named(of_kind(configuration, "CompositeResourceDefinition")) == source(f"apis/*/{scope}.yaml")


def test_its_compositions_name_the_function_as_crossplane_will(configuration: Package, scope: str) -> None:
    path = dependency(configuration, "Function")["package"].partition("/")[2]
    expected = source(f"compositions/*-{scope}.yaml")
    for composition in expected.values():
        (step,) = composition["spec"]["pipeline"]
        step["functionRef"]["name"] = path.replace("/", "-")
    assert named(of_kind(configuration, "Composition")) == expected


def test_it_installs_nothing_else(configuration: Package) -> None:
    kinds = {document["kind"] for document in configuration.documents}
    assert kinds == {"Configuration", "CompositeResourceDefinition", "Composition"}
