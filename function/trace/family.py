"""The objects that belong to a claim: its composite, what it composes, and the objects behind them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from function.apis.api import Api
from function.base.manifest import Json, Manifest, items_at, mapping_at, text_at
from function.base.model import Spec
from function.delivery.live import KEY, asked, is_object, state
from function.trace.inventory import Inventory, Ref, group_of, ref_of

WITH_PODS = ("Deployment", "StatefulSet")
"""The kinds whose pods are shown."""
_COMPOSITE = "crossplane.io/composite"
_CLAIM_NAME, _CLAIM_NAMESPACE = "crossplane.io/claim-name", "crossplane.io/claim-namespace"


@dataclass(frozen=True, kw_only=True)
class Family:
    """A claim, or a namespaced composite, which has no other `composite`."""

    api: Api[Spec]
    claim: Manifest
    inventory: Inventory

    @property
    def ref(self) -> Ref:
        """Return what identifies the claim."""
        return ref_of(self.claim)

    @property
    def composite_ref(self) -> Ref | None:
        """Return what identifies the composite of a claim; None if it has none yet, or is a composite itself."""
        name = text_at(self.claim, "spec", "resourceRef", "name")
        return Ref(self.ref.group, self.api.composite_kind, "", name) if name else None

    @property
    def composite(self) -> Manifest | None:
        """Return the composite of a claim, if it is known."""
        ref = self.composite_ref
        return self.inventory.get(ref) if ref else None

    @property
    def labels(self) -> Mapping[str, str]:
        """Return the labels that Crossplane gives everything it composes for the claim."""
        if self.composite_ref:
            return {_CLAIM_NAME: self.ref.name, _CLAIM_NAMESPACE: self.ref.namespace}
        return {_COMPOSITE: self.ref.name}

    @property
    def composed(self) -> list[Manifest]:
        """Return the composed resources that are known, by their keys."""
        found = [
            resource
            for resource in self.inventory.labelled(self.labels)
            if text_at(resource, "metadata", "annotations", KEY) and self._is_here(resource)
        ]
        return sorted(found, key=lambda resource: text_at(resource, "metadata", "annotations", KEY))

    @property
    def direct_refs(self) -> Iterator[tuple[str, Ref]]:
        """Yield the apiVersion and identity of what a namespaced composite composes, as Crossplane lists it."""
        for entry in items_at(self.claim, "spec", "crossplane", "resourceRefs"):
            version, kind, name = (text_at(entry, key) for key in ("apiVersion", "kind", "name"))
            yield version, Ref(group_of(version), kind, self.ref.namespace, name)

    @property
    def listed(self) -> Iterator[tuple[str, Ref, Mapping[str, Json]]]:
        """Yield what the status of the claim lists: apiVersion, identity, and entry."""
        for entry in items_at(self.claim, "status", "resourceRefs"):
            version, kind, name = (text_at(entry, key) for key in ("apiVersion", "kind", "name"))
            if isinstance(entry, Mapping):
                yield version, Ref(group_of(version), kind, self.ref.namespace, name), entry

    def live(self, composed: Mapping[str, Json]) -> Mapping[str, Json]:
        """Return the object behind a composed resource as last seen, {} if it was never created."""
        if not is_object(composed):
            return composed
        return self.inventory.get(ref_of(asked(composed))) or state(composed).live

    def _is_here(self, resource: Manifest) -> bool:
        """Return whether a labelled resource is not of a namesake in another namespace, or of another API."""
        if self.composite_ref:
            return text_at(resource, "metadata", "labels", _COMPOSITE) == self.composite_ref.name
        owners = [text_at(owner, "kind") for owner in items_at(resource, "metadata", "ownerReferences")]
        return ref_of(resource).namespace == self.ref.namespace and (self.api.kind in owners or not owners)


def selected(pod: Mapping[str, Json], workload: Mapping[str, Json]) -> bool:
    """Return whether an object of a kind WITH_PODS selects a pod."""
    labels = mapping_at(workload, "spec", "selector", "matchLabels")
    same = text_at(pod, "metadata", "namespace") == text_at(workload, "metadata", "namespace")
    return same and bool(labels) and labels.items() <= mapping_at(pod, "metadata", "labels").items()
