"""Overlays: the platform's patches of objects, applied after everything else."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from function.base.identity import Identity
from function.base.manifest import Json, Manifest, at, text_at
from function.base.strategic_merge import patched
from function.delivery.resource import Resource
from function.platform.overlay import Expression, Overlay


@dataclass(frozen=True)
class Claim:
    """What overlays compare: the namespace and the labels of a claim, and its spec as written."""

    namespace: str
    labels: Mapping[str, str]
    spec: Json


def claim_of(identity: Identity, xr: Json) -> Claim:
    """Return what overlays compare of a composite resource."""
    return Claim(identity.namespace, identity.labels, at(xr, "spec"))


def overlaid(resources: Sequence[Resource], overlays: Sequence[Overlay], claim: Claim) -> Sequence[Resource]:
    """Return the resources with all overlays that match, in order."""
    matching = [overlay for overlay in overlays if matches(overlay, claim)]
    if not matching:
        return resources
    return [replace(resource, manifest=_overlaid(resource.manifest, matching)) for resource in resources]


def matches(overlay: Overlay, claim: Claim) -> bool:
    """Return whether the claim satisfies all conditions of an overlay."""
    return all(_satisfied(expression, claim) for expression in overlay.match)


def _overlaid(manifest: Manifest, overlays: Sequence[Overlay]) -> Manifest:
    for overlay in overlays:
        if _applies(overlay.kinds, manifest):
            manifest = patched(manifest, overlay.patch)  # type: ignore[arg-type]  # JSON, as it was read from the settings
    return manifest


def _applies(kinds: Collection[str], manifest: Manifest) -> bool:
    return text_at(manifest, "kind") in kinds


def _satisfied(expression: Expression, claim: Claim) -> bool:
    found = _value(expression.field, claim)
    if expression.operator == "Exists":
        return found is not None
    return (_text(found) in expression.values) == (expression.operator == "In")


def _value(field: str, claim: Claim) -> Json:
    if field == "namespace":
        return claim.namespace
    kind, _, path = field.partition(".")
    return claim.labels.get(path) if kind == "labels" else at(claim.spec, *path.split("."))


def _text(value: Json) -> str | None:
    """Return a single value as text; None, which equals no value, for what is absent or not a single value."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value) if isinstance(value, str | int | float) else None
