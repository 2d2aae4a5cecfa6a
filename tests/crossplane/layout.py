"""Where the repository keeps what these tests hand to Crossplane."""

import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

import yaml

ROOT = Path(__file__).parents[2]
BIN = Path(sys.executable).parent
INPUT_SCHEMAS = ROOT / "package" / "function" / "input"
MANIFEST_SCHEMAS = ROOT / "tests" / "schemas"
FUNCTION = "function-event-platform"

Scope = Literal["claims", "namespaced"]
SCOPES: tuple[Scope, ...] = ("claims", "namespaced")


def xrds() -> list[Path]:
    """Return the XRDs of every API in both scopes."""
    return sorted(path for scope in SCOPES for path in ROOT.glob(f"apis/*/{scope}.yaml"))


def compositions() -> list[Path]:
    """Return every shipped Composition."""
    return sorted(ROOT.glob("compositions/*.yaml"))


def read(path: Path) -> dict[str, Any]:
    """Return the one document of a file."""
    document: dict[str, Any] = yaml.safe_load(path.read_text())
    return document


@dataclass(frozen=True)
class Case:
    """One claim, or one namespaced composite resource, and what it is rendered with."""

    document: Path
    api: str
    scope: Scope

    @property
    def xrd(self) -> Path:
        """The definition of the case's API."""
        return ROOT / "apis" / self.api / f"{self.scope}.yaml"

    @property
    def composition(self) -> dict[str, Any]:
        """The shipped Composition, with the case's own settings if it has any."""
        composition = read(ROOT / "compositions" / f"{self.api}-{self.scope}.yaml")
        settings = self.document.with_name("platform.yaml")
        if settings.exists():
            composition["spec"]["pipeline"][0]["input"] = read(settings)
        return composition

    @property
    def observed(self) -> Path | None:
        """The composed resources that exist already, if the case has any."""
        path = self.document.with_name("observed.yaml")
        return path if path.exists() else None

    @property
    def required(self) -> Path | None:
        """What the cluster has of the resources that the function asks for, if the case needs any."""
        path = self.document.with_name("required.yaml")
        return path if path.exists() else None


def examples() -> list[Case]:
    """Return every example: claim.yaml is a claim, xr.yaml a namespaced composite resource."""
    claims = [Case(path, path.parts[-3], "claims") for path in sorted(ROOT.glob("examples/*/*/claim.yaml"))]
    composites = [Case(path, path.parts[-3], "namespaced") for path in sorted(ROOT.glob("examples/*/*/xr.yaml"))]
    return claims + composites
