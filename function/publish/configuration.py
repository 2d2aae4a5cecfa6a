"""The metadata of a Configuration package."""

from dataclasses import dataclass

from function.base.identity import Scope
from function.base.manifest import Manifest

FUNCTION_PACKAGE = "ghcr.io/bizmatters/function-event-platform"
PROVIDER_PACKAGE = "xpkg.crossplane.io/crossplane-contrib/provider-kubernetes"
_CROSSPLANE = ">=v2.0.0-0"
"""Before that, Crossplane does not fetch objects of a namespace, and the function first looks for what exists."""
_KINDS = {"claims": "claims", "namespaced": "namespaced composite resources"}


@dataclass(frozen=True, kw_only=True)
class Packages:
    """The repositories of the packages that a Configuration depends on."""

    function: str = FUNCTION_PACKAGE
    provider: str = PROVIDER_PACKAGE

    @property
    def function_name(self) -> str:
        """Return how Crossplane names the function that a Configuration installs: after the path of its repository."""
        return self.function.partition("/")[2].replace("/", "-")


def configuration(name: str, kinds: str, scope: Scope, packages: Packages) -> Manifest:
    """Return the metadata of the package."""
    return {
        "apiVersion": "meta.pkg.crossplane.io/v1",
        "kind": "Configuration",
        "metadata": {
            "name": name,
            "annotations": {
                "meta.crossplane.io/maintainer": "function-event-platform",
                "meta.crossplane.io/license": "Apache-2.0",
                "meta.crossplane.io/description": f"{kinds} as {_KINDS[scope]}.",
            },
        },
        "spec": {
            "crossplane": {"version": _CROSSPLANE},
            "dependsOn": [
                _dependency("Function", packages.function, ">=v0.1.0"),
                _dependency("Provider", packages.provider, ">=v1.2.0"),
            ],
        },
    }


def _dependency(kind: str, package: str, version: str) -> Manifest:
    return {"apiVersion": "pkg.crossplane.io/v1", "kind": kind, "package": package, "version": version}
