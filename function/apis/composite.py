"""The identity and the user's spec of a composite resource."""

from collections.abc import Mapping

from function.apis.api import Api
from function.base.identity import Identity
from function.base.manifest import Json, count_at, mapping_at, text_at
from function.base.model import Spec
from function.base.problems import Problem, describe

CROSSPLANE_FIELDS = (
    "claimRef",
    "compositeDeletePolicy",
    "compositionRef",
    "compositionRevisionRef",
    "compositionRevisionSelector",
    "compositionSelector",
    "compositionUpdatePolicy",
    "crossplane",
    "publishConnectionDetailsTo",
    "resourceRef",
    "resourceRefs",
    "writeConnectionSecretToRef",
)
"""Crossplane's own fields in the `spec` of a claim, of its composite and of a namespaced composite."""


def identity_of(api: Api[Spec], xr: Mapping[str, Json]) -> tuple[Identity | None, list[Problem]]:
    """Return the identity of the claim or namespaced composite behind `xr`, or None and why it has none."""
    labels = {key: value for key, value in mapping_at(xr, "metadata", "labels").items() if isinstance(value, str)}
    if text_at(xr, "kind") == api.composite_kind:
        claim = mapping_at(xr, "spec", "claimRef")
        name, namespace = text_at(claim, "name"), text_at(claim, "namespace")
        if not name or not namespace:
            return None, [_no_claim(api)]
        return Identity(scope="claims", name=name, namespace=namespace, labels=labels), []
    name, namespace = text_at(xr, "metadata", "name"), text_at(xr, "metadata", "namespace")
    missing = [key for key, value in (("name", name), ("namespace", namespace)) if not value]
    if missing:
        return None, [
            Problem(path=f"metadata.{key}", message="required field missing", code="EP101") for key in missing
        ]
    generation = count_at(xr, "metadata", "generation") or None
    return Identity(scope="namespaced", name=name, namespace=namespace, generation=generation, labels=labels), []


def user_spec(xr: Mapping[str, Json]) -> Json:
    """Return `spec` without Crossplane's own fields; anything but an object is returned unchanged."""
    spec = xr.get("spec", {})
    if not isinstance(spec, Mapping):
        return spec
    return {key: value for key, value in spec.items() if key not in CROSSPLANE_FIELDS}


def _no_claim(api: Api[Spec]) -> Problem:
    return Problem(
        path="spec.claimRef",
        message=describe(
            f"an {api.composite_kind} gets its name and namespace from a claim",
            got="none",
            hint=f"create an {api.kind} in the namespace of the service instead",
        ),
        code="EP101",
    )
