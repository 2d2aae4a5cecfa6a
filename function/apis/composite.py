"""The identity and the user's spec of a composite resource."""

from collections.abc import Mapping

from function.apis.api import Api
from function.base.identity import Identity
from function.base.manifest import OBJECTS, Json, at, count_at, mapping_at, text_at
from function.base.model import Spec
from function.base.problems import Problem, describe, shown
from function.base.type_hint import QUOTES

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
    problems = _unnamed(xr)
    if problems:
        return None, problems
    name, namespace = text_at(xr, "metadata", "name"), text_at(xr, "metadata", "namespace")
    generation = count_at(xr, "metadata", "generation") or None
    return Identity(scope="namespaced", name=name, namespace=namespace, generation=generation, labels=labels), []


def _unnamed(xr: Mapping[str, Json]) -> list[Problem]:
    """Return why a document has no name or namespace: YAML reads `namespace: n` as false."""
    metadata = at(xr, "metadata")
    if not isinstance(metadata, Mapping | None):
        message = describe("must be an object", got=shown(metadata))
        return [Problem(path="metadata", message=message, code="EP103")]
    return [problem for key in ("name", "namespace") if (problem := _unusable(key, at(metadata, key))) is not None]


def _unusable(key: str, value: Json) -> Problem | None:
    if isinstance(value, str) and value:
        return None
    if value in (None, ""):
        return Problem(path=f"metadata.{key}", message="required field missing", code="EP101")
    hint = QUOTES if isinstance(value, bool | int | float) else ""
    message = describe("must be a string", got=shown(value), hint=hint)
    return Problem(path=f"metadata.{key}", message=message, code="EP103", value=shown(value))


def user_spec(xr: Mapping[str, Json]) -> Json:
    """Return `spec` without Crossplane's own fields; anything but an object is returned unchanged."""
    spec = xr.get("spec", {})
    if not isinstance(spec, OBJECTS):
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
