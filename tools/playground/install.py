"""The installation, with the manifests of docs/install.md and in their order."""

from collections.abc import Callable
from pathlib import Path

from tools.playground.cluster import Cluster
from tools.playground.kubectl import Kubectl
from tools.playground.parts import function, provider, registry
from tools.playground.product import (
    FUNCTION,
    FUNCTION_PACKAGE,
    PROVIDER,
    PROVIDER_CONFIG,
    REPOSITORY,
    ROLES,
    RUNTIME,
    configuration,
    here,
    version,
)

_DEPENDENCIES = (f"provider.pkg.crossplane.io/{PROVIDER}", f"function.pkg.crossplane.io/{FUNCTION}")


def push(cluster: Cluster, packages: Path) -> None:
    """Push the packages of both scopes and the package of the provider."""
    for package in sorted(packages.glob("*.xpkg")):
        registry.push(cluster, str(package), f"{REPOSITORY}/{package.stem}:{version()}")
    provider.push(cluster)


def install(cluster: Cluster, scope: str, packages: Path) -> None:
    """Install the configuration of a scope, run its dependencies, and wait until all packages are healthy."""
    apply(cluster.kubectl, scope, here)
    provider.start(cluster)
    function.start(cluster, packages / f"{FUNCTION_PACKAGE}.xpkg")
    finish(cluster.kubectl, scope, seconds=60)


def apply(kubectl: Kubectl, scope: str, adapted: Callable[[Path], str]) -> None:
    """Apply the configuration of a scope, and wait until Crossplane has created its dependencies."""
    kubectl("apply", "--server-side", "-f", "-", stdin=adapted(RUNTIME))
    kubectl.apply_files(*ROLES)
    kubectl("apply", "--server-side", "-f", "-", stdin=adapted(configuration(scope)))
    for dependency in _DEPENDENCIES:
        kubectl("wait", "--for=create", dependency, "--timeout=60s")


def finish(kubectl: Kubectl, scope: str, *, seconds: float) -> None:
    """Wait until all packages are healthy, and configure the provider."""
    for package in (*_DEPENDENCIES, f"configuration.pkg.crossplane.io/event-platform-{scope}"):
        kubectl.wait(package, condition="condition=Healthy", seconds=seconds)
    conditions = ("Established", "Offered") if scope == "claims" else ("Established",)
    for condition in conditions:
        kubectl("wait", "xrd", "--all", f"--for=condition={condition}", "--timeout=60s")
    kubectl.apply_files(PROVIDER_CONFIG)
