"""The composite resource that Crossplane creates from a claim (internal/controller/apiextensions/claim, v2.4)."""

from collections.abc import Mapping

from function.apis.api import Api
from function.apis.composite import CROSSPLANE_FIELDS
from function.base.manifest import Json, Manifest, mapping_at, present, text_at
from function.base.model import Spec

_PROPAGATED = ("compositionRef", "compositionRevisionSelector", "compositionSelector", "compositionUpdatePolicy")
_KEPT_BACK = frozenset(CROSSPLANE_FIELDS) - frozenset(_PROPAGATED)
_SUFFIX = "00000"
"""Replaces the five random characters, so that the same claim gives the same bytes."""


def composite_of(api: Api[Spec], claim: Mapping[str, Json]) -> Manifest:
    """Return the composite of a claim.

    Labels and annotations in the domains of Kubernetes are not copied from the claim, nor are Crossplane's own fields.
    """
    name, namespace = text_at(claim, "metadata", "name"), text_at(claim, "metadata", "namespace")
    labels = {"crossplane.io/claim-name": name, "crossplane.io/claim-namespace": namespace}
    spec = {key: value for key, value in mapping_at(claim, "spec").items() if key not in _KEPT_BACK}
    reference = {"apiVersion": text_at(claim, "apiVersion"), "kind": api.kind, "name": name, "namespace": namespace}
    return {
        "apiVersion": text_at(claim, "apiVersion"),
        "kind": api.composite_kind,
        "metadata": present(
            {
                "name": f"{name}-{_SUFFIX}",
                "labels": {**_carried(mapping_at(claim, "metadata", "labels")), **labels},
                "annotations": _carried(mapping_at(claim, "metadata", "annotations")),
            }
        ),
        "spec": {**spec, "claimRef": reference},
    }


def _carried(entries: Mapping[str, Json]) -> Mapping[str, Json]:
    domains = ("kubernetes.io", "k8s.io")
    return {key: value for key, value in entries.items() if not key.partition("/")[0].endswith(domains)}
