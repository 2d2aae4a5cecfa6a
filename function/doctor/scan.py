"""What an examination looks at: kinds of objects, by their paths on the API server."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from function.base.manifest import Manifest, items_at, text_at
from function.trace.inventory import Inventory, Ref


class Source(NamedTuple):
    """A kind to read: its group, the path of all its objects, and its name for kubectl."""

    group: str
    path: str
    name: str


SYSTEM_NAMESPACE = "crossplane-system"
"""Where Crossplane and its packages run by default."""
SYSTEM = "{system}"
"""Stands for the namespace of Crossplane in a path."""
_PACKAGES, _COMPOSITIONS = "pkg.crossplane.io", "apiextensions.crossplane.io"
_RBAC = "rbac.authorization.k8s.io"
_OBJECTS, _NAMESPACED = "kubernetes.crossplane.io", "kubernetes.m.crossplane.io"
KINDS: Mapping[str, Source] = {
    "Function": Source(_PACKAGES, f"/apis/{_PACKAGES}/v1/functions", f"functions.{_PACKAGES}"),
    "Provider": Source(_PACKAGES, f"/apis/{_PACKAGES}/v1/providers", f"providers.{_PACKAGES}"),
    "Configuration": Source(_PACKAGES, f"/apis/{_PACKAGES}/v1/configurations", f"configurations.{_PACKAGES}"),
    "Composition": Source(_COMPOSITIONS, f"/apis/{_COMPOSITIONS}/v1/compositions", f"compositions.{_COMPOSITIONS}"),
    "CompositeResourceDefinition": Source(
        _COMPOSITIONS, f"/apis/{_COMPOSITIONS}/v1/compositeresourcedefinitions", f"xrd.{_COMPOSITIONS}"
    ),
    "EnvironmentConfig": Source(
        _COMPOSITIONS, f"/apis/{_COMPOSITIONS}/v1beta1/environmentconfigs", f"environmentconfigs.{_COMPOSITIONS}"
    ),
    "Deployment": Source("apps", f"/apis/apps/v1/namespaces/{SYSTEM}/deployments", "deployments.apps"),
    "ClusterRole": Source(_RBAC, f"/apis/{_RBAC}/v1/clusterroles", f"clusterroles.{_RBAC}"),
    "ClusterRoleBinding": Source(_RBAC, f"/apis/{_RBAC}/v1/clusterrolebindings", f"clusterrolebindings.{_RBAC}"),
    "ProviderConfig": Source(_OBJECTS, f"/apis/{_OBJECTS}/v1alpha1/providerconfigs", f"providerconfigs.{_OBJECTS}"),
    "ClusterProviderConfig": Source(
        _NAMESPACED, f"/apis/{_NAMESPACED}/v1alpha1/clusterproviderconfigs", f"clusterproviderconfigs.{_NAMESPACED}"
    ),
    "CustomResourceDefinition": Source("apiextensions.k8s.io", "", "crd"),
    "Service": Source("", "", "services"),
    "StatefulSet": Source("apps", "", "statefulsets.apps"),
}
"""Those with a path are read as a whole; of the others, single objects that the settings name."""


@dataclass(frozen=True, kw_only=True)
class Scan:
    """The objects that are known; of kinds in `unread`, nothing is known.

    `kubernetes` is a version, or "", and `system` the namespace of Crossplane.
    """

    inventory: Inventory
    unread: frozenset[str] = frozenset()
    kubernetes: str = ""
    system: str = SYSTEM_NAMESPACE

    def all(self, kind: str) -> list[Manifest]:
        """Return all objects of a kind, by name."""
        found = self.inventory.of_kind(KINDS[kind].group, kind)
        return sorted(found, key=lambda manifest: text_at(manifest, "metadata", "name"))

    def running(self, app: str) -> list[Manifest]:
        """Return the Deployments of a program: those with a label that all ways of installing it set."""
        return [found for found in self.all("Deployment") if text_at(found, "metadata", "labels", "app") == app]

    @property
    def crossplane(self) -> list[Manifest]:
        """Return the Deployments of Crossplane; another Crossplane in another namespace does not count."""
        return [found for found in self.running("crossplane") if text_at(found, "metadata", "namespace") == self.system]

    def get(self, kind: str, name: str, namespace: str = "") -> Manifest | None:
        """Return an object, or None."""
        return self.inventory.get(Ref(KINDS[kind].group, kind, namespace, name))

    @property
    def knows_anything(self) -> bool:
        """Return whether any of the kinds that are read as a whole could be read."""
        return not all(kind in self.unread for kind, source in KINDS.items() if source.path)

    def knows(self, *kinds: str) -> bool:
        """Return whether all these kinds could be read, so that what is not there does not exist."""
        return not self.unread & {*kinds}


def images(workload: Manifest) -> Iterator[str]:
    """Yield the images of a Deployment or StatefulSet."""
    for container in items_at(workload, "spec", "template", "spec", "containers"):
        yield text_at(container, "image")
