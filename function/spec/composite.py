"""Whose resources are composed: the claim behind a composite resource, or a namespaced composite itself."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from function.base.manifest import Json, count_at, mapping_at, text_at
from function.base.problems import Problem
from function.spec.api import Api, Scope

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
"""What Crossplane keeps in `spec` of a claim, of its composite and of a namespaced composite."""


@dataclass(frozen=True, kw_only=True)
class Composite:
    """What a service is called and where it runs."""

    scope: Scope
    name: str
    namespace: str
    labels: Mapping[str, str] = field(default_factory=dict)
    generation: int | None = None
    """Of the object that the user applied: a function sees a claim's composite, whose generation is another."""


def composite(api: Api, xr: Mapping[str, Json]) -> tuple[Composite | None, list[Problem]]:
    """Return the identity of what `xr` stands for, or None and why it has none."""
    labels = {key: value for key, value in mapping_at(xr, "metadata", "labels").items() if isinstance(value, str)}
    if text_at(xr, "kind") == api.composite_kind:
        claim = mapping_at(xr, "spec", "claimRef")
        name, namespace = text_at(claim, "name"), text_at(claim, "namespace")
        if not name or not namespace:
            return None, [_no_claim(api)]
        return Composite(scope="claims", name=name, namespace=namespace, labels=labels), []
    name, namespace = text_at(xr, "metadata", "name"), text_at(xr, "metadata", "namespace")
    missing = [key for key, value in (("name", name), ("namespace", namespace)) if not value]
    if missing:
        return None, [
            Problem(path=f"metadata.{key}", message="required field missing", code="EP101") for key in missing
        ]
    generation = count_at(xr, "metadata", "generation") or None
    return Composite(scope="namespaced", name=name, namespace=namespace, generation=generation, labels=labels), []


def user_spec(xr: Mapping[str, Json]) -> Json:
    """Return `spec` without Crossplane's own fields; anything but an object comes back as it is."""
    spec = xr.get("spec", {})
    if not isinstance(spec, Mapping):
        return spec
    return {key: value for key, value in spec.items() if key not in CROSSPLANE_FIELDS}


def _no_claim(api: Api) -> Problem:
    return Problem(
        path="spec.claimRef",
        message=f"an {api.composite_kind} gets its name and namespace from a claim; got none. "
        f"create an {api.kind} in the namespace of the service instead",
        code="EP101",
    )
