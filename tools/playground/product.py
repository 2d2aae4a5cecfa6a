"""The files of the repository that the playground installs, and the names that follow from them."""

import re
from pathlib import Path

from function.base.identity import Scope

ROOT = Path(__file__).parents[2]
TOOLS = ROOT / "tools"
SCOPES: tuple[Scope, ...] = ("claims", "namespaced")
SOURCES = ("function", "apis", "compositions", "package", "tools/image", "tools/packages", "requirements.txt")

RUNTIME = ROOT / "package" / "install" / "runtime.yaml"
ROLES = tuple(
    ROOT / "package" / "rbac" / f"{name}.yaml"
    for name in ("objects", "compose", "preflight", "terraform-objects", "terraform-compose")
)
RECOMMENDED = ROOT / "package" / "settings" / "recommended.yaml"
PROVIDER_CONFIG = ROOT / "package" / "install" / "provider-config.yaml"
SCHEMAS = ROOT / "tests" / "schemas"
START = TOOLS / "image" / "start"
UNPACK = "tools.image.xpkg"
EXAMPLES = ROOT / "examples"
EXAMPLE = EXAMPLES / "eventdrivenservice" / "minimal" / "claim.yaml"
EXAMPLE_WITHOUT_KEDA = EXAMPLES / "eventdrivenservice" / "fixed-replicas" / "claim.yaml"

REGISTRY = "127.0.0.1:5000"
REPOSITORY = f"{REGISTRY}/bizmatters"
PROVIDER_REPOSITORY = f"{REGISTRY}/crossplane-contrib/provider-kubernetes"
FUNCTION_PACKAGE = "function-event-platform"
FUNCTION = f"bizmatters-{FUNCTION_PACKAGE}"  # Crossplane names a dependency after its repository path
PROVIDER = "crossplane-contrib-provider-kubernetes"
PROVIDER_ACCOUNT = "provider-kubernetes"
NAMESPACE = "crossplane-system"

_PLACES = re.compile(r"(ghcr\.io|xpkg\.crossplane\.io)/")


def configuration(scope: str) -> Path:
    """Return the Configuration object of a scope."""
    return ROOT / "package" / "configurations" / scope / "configuration.yaml"


def here(manifest: Path) -> str:
    """Return a manifest in which the playground's registry replaces all others."""
    return _PLACES.sub(f"{REGISTRY}/", manifest.read_text())


def ours_at(registry: str, manifest: Path) -> str:
    """Return a manifest in which a registry replaces the one that we publish to."""
    return manifest.read_text().replace("ghcr.io/", f"{registry}/")


def version() -> str:
    """Return the version in the Configuration objects."""
    found = re.search(r"package: \S+:(v\S+)", configuration(SCOPES[0]).read_text())
    if found is None:
        raise LookupError(f"{configuration(SCOPES[0])}: no version")
    return found[1]


def pinned(tool: str, module: str) -> str:
    """Return the version of a module in the go.mod of a tool."""
    found = re.search(
        rf"^\s*(?:require )?{re.escape(module)} (v\S+)", (TOOLS / tool / "go.mod").read_text(), re.MULTILINE
    )
    if found is None:
        raise LookupError(f"tools/{tool}/go.mod: no {module}")
    return found[1]
