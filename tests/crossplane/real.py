"""The real crossplane CLI, offline: composites from claims, the real reconciler, the real schema checks."""

import json
import os
import subprocess
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from tests.crossplane.layout import FUNCTION, Case, read

_ANY_IMAGE = "example.org/crossplane"  # the CLI only looks its name up in the cache that tools/build filled


class _Loader(yaml.CSafeLoader):
    """Reads what Go writes, where a plain `=` is a text."""


def _text(loader: _Loader, node: yaml.ScalarNode) -> str:
    return str(loader.construct_scalar(node))


_Loader.add_constructor("tag:yaml.org,2002:value", _text)


class RefusedError(Exception):
    """The render failed; the text is what the CLI printed."""


@dataclass(frozen=True)
class Crossplane:
    """The programs, a folder to write in, and the address where our server listens."""

    programs: Mapping[str, Path]
    folder: Path
    address: str

    def composite(self, case: Case) -> Path:
        """Return the composite resource of a case, made by Crossplane's own code if the case is a claim."""
        if case.scope == "namespaced":
            return case.document
        name = f"{read(case.document)['metadata']['name']}-00000"
        made = self.folder / "xr.yaml"
        done = self._run("xr", "generate", case.document, "--name", name, "--output-file", made)
        if done.returncode:
            raise RefusedError(done.stderr)
        return made

    def render(self, case: Case, *, observed: Path | None = None, required: Path | None = None) -> list[dict[str, Any]]:
        """Return what one reconcile makes of a case, the composite with its status first; raises RefusedError.

        `required` holds what the cluster has of the resources that the function asks for.
        """
        observed, required = observed or case.observed, required or case.required
        done = self._run(
            *("composition", "render", self.composite(case)),
            self.write("composition.yaml", case.composition),
            self.write("functions.yaml", self._function()),
            *("--crossplane-binary", self.programs["crossplane-core"], "--xrd", case.xrd, "--include-full-xr"),
            *(("--observed-resources", observed) if observed else ()),
            *(("--required-resources", required) if required else ()),
        )
        if done.returncode:
            raise RefusedError(done.stderr)
        return list(yaml.load_all(done.stdout, _Loader))

    def findings(self, extensions: Iterable[Path], resources: Iterable[Path]) -> list[str]:
        """Return what the schemas of `extensions` refuse; a resource without a schema is refused as well."""
        judged = self._judged(extensions, resources)
        return [f"{one['kind']} {one['name']}: {message}" for one in judged for message in _errors(one)]

    def findings_by_name(self, extensions: Iterable[Path], documents: Iterable[dict[str, Any]]) -> dict[str, list[str]]:
        """Return the findings about each document that has any."""
        judged = self._judged(extensions, [self.write("documents.yaml", *documents)])
        return {resource["name"]: errors for resource in judged if (errors := _errors(resource))}

    def findings_of(self, extensions: Iterable[Path], documents: Iterable[dict[str, Any]]) -> list[str]:
        """Return the findings about documents that are in no file."""
        return self.findings(extensions, [self.write("documents.yaml", *documents)])

    def write(self, name: str, *documents: dict[str, Any]) -> Path:
        """Return the path of a new file that holds `documents`."""
        path = self.folder / name
        path.write_text(yaml.dump_all(documents, Dumper=yaml.CSafeDumper))
        return path

    def _judged(self, extensions: Iterable[Path], resources: Iterable[Path]) -> list[dict[str, Any]]:
        done = self._run(
            *("resource", "validate", _listed(extensions), _listed(resources)),
            *("--cache-dir", self.programs["schemas"], "--crossplane-image", f"{_ANY_IMAGE}:{self._core_version()}"),
            *("--error-on-missing-schemas", "--output", "json"),
        )
        if not done.stdout:
            raise RefusedError(done.stderr)
        found: list[dict[str, Any]] = json.loads(done.stdout)["resources"]
        return found

    def _core_version(self) -> str:
        return next((self.programs["schemas"] / "example.org").iterdir()).name.partition("@")[2]

    def _function(self) -> dict[str, Any]:
        runtime = {
            "render.crossplane.io/runtime": "Development",
            "render.crossplane.io/runtime-development-target": f"dns:///{self.address}",
        }
        return {
            "apiVersion": "pkg.crossplane.io/v1",
            "kind": "Function",
            "metadata": {"name": FUNCTION, "annotations": runtime},
            "spec": {"package": f"example.org/{FUNCTION}:unused"},
        }

    def _run(self, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
        config = self.write("config.yaml", {"version": 1, "features": {"enableAlpha": True}})
        return subprocess.run(
            [self.programs["crossplane"], *arguments],
            env=os.environ | {"CROSSPLANE_CONFIG": str(config)},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
            timeout=120,
        )


def _errors(resource: Mapping[str, Any]) -> list[str]:
    if resource["status"] == "valid":
        return []
    return [error["message"] for error in resource.get("errors", [{"message": resource["status"]}])]


def _listed(paths: Iterable[Path]) -> str:
    return ",".join(str(path) for path in paths)
