"""The outputs of `render --as`: plain manifests, composed resources, or everything."""

from collections.abc import Callable, Mapping

from function.base.condition import Condition
from function.base.manifest import Json, Manifest, mapping_at
from function.base.outcome import Outcome
from function.delivery.live import KEY
from function.delivery.mark import plain


def _manifests(_: Manifest, outcome: Outcome) -> list[Manifest]:
    return [plain(resource.manifest) for resource in outcome.resources.values()]


def _composed(_: Manifest, outcome: Outcome) -> list[Manifest]:
    return [_with_key(key, resource.manifest) for key, resource in outcome.resources.items()]


def _all(xr: Manifest, outcome: Outcome) -> list[Manifest]:
    conditions: list[Json] = [_condition(condition) for condition in outcome.conditions]
    return [{**xr, "status": {**outcome.status, "conditions": conditions}}, *_composed(xr, outcome)]


FORMS: Mapping[str, Callable[[Manifest, Outcome], list[Manifest]]] = {
    "manifests": _manifests,
    "composed": _composed,
    "all": _all,
}
"""The outputs by name: each is a function from the composite resource and the outcome to documents."""


def _with_key(key: str, manifest: Manifest) -> Manifest:
    metadata = mapping_at(manifest, "metadata")
    annotations = {**mapping_at(metadata, "annotations"), KEY: key}
    body = {field: value for field, value in manifest.items() if field not in ("apiVersion", "kind", "metadata")}
    return {
        "apiVersion": manifest["apiVersion"],
        "kind": manifest["kind"],
        "metadata": {**metadata, "annotations": annotations},
        **body,
    }


def _condition(condition: Condition) -> Manifest:
    return {
        "type": condition.type,
        "status": condition.status,
        "reason": condition.reason,
        "message": condition.message,
    }
