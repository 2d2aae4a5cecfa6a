"""The installation, in the order and with the manifests of docs/install.md."""

from pathlib import Path

from tools.playground.cluster import Cluster
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


def push(cluster: Cluster, packages: Path) -> None:
    """Push the packages of both scopes, and the provider's."""
    for package in sorted(packages.glob("*.xpkg")):
        registry.push(cluster, str(package), f"{REPOSITORY}/{package.stem}:{version()}")
    provider.push(cluster)


def install(cluster: Cluster, scope: str, packages: Path) -> None:
    """Install the configuration of a scope, run what it pulls, and wait until all of it is healthy."""
    kubectl = cluster.kubectl
    kubectl("apply", "--server-side", "-f", "-", stdin=here(RUNTIME))
    kubectl.apply_files(*ROLES)
    kubectl("apply", "--server-side", "-f", "-", stdin=here(configuration(scope)))
    for dependency in (f"provider.pkg.crossplane.io/{PROVIDER}", f"function.pkg.crossplane.io/{FUNCTION}"):
        kubectl("wait", "--for=create", dependency, "--timeout=60s")
    provider.start(cluster)
    function.start(cluster, packages / f"{FUNCTION_PACKAGE}.xpkg")
    kubectl.wait(f"configuration.pkg.crossplane.io/event-platform-{scope}", condition="condition=Healthy", seconds=60)
    conditions = ("Established", "Offered") if scope == "claims" else ("Established",)
    for condition in conditions:
        kubectl("wait", "xrd", "--all", f"--for=condition={condition}", "--timeout=60s")
    kubectl.apply_files(PROVIDER_CONFIG)
