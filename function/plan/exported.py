"""What an export of the cluster says about the objects of a claim, without what others have set in them."""

from collections.abc import Mapping, Sequence

from function.base.manifest import Json, Manifest, mapping_at
from function.delivery.live import is_object

_NOT_OURS = "status"


def as_composed(observed: Mapping[str, Mapping[str, Json]], *shapes: Mapping[str, Manifest]) -> Mapping[str, Manifest]:
    """Return the observed composed resources as if they had just been composed.

    An Object contains the manifest as it was requested. What Crossplane composes directly also has defaults and fields
    of others, so only fields that occur in one of the `shapes`, each composed resources by key, are kept.
    """
    return {
        key: dict(resource)
        if is_object(resource)
        else _pruned(resource, [shape[key] for shape in shapes if key in shape])
        for key, resource in observed.items()
    }


def _pruned(resource: Mapping[str, Json], shapes: Sequence[Manifest]) -> Manifest:
    live = {key: value for key, value in resource.items() if key != _NOT_OURS}
    found = _common(live, shapes) if shapes else live
    known = {key: mapping_at(resource, "metadata").get(key) for key in ("name", "namespace")}
    metadata: Manifest = {**mapping_at(found, "metadata"), **known}
    head: Manifest = {"apiVersion": resource.get("apiVersion"), "kind": resource.get("kind"), "metadata": metadata}
    return {**(found if isinstance(found, Mapping) else {}), **head}


def _common(live: Json, shapes: Sequence[Json]) -> Json:
    """Return the part of a value that the shapes have too; an item of a list without a counterpart stays as it is."""
    if isinstance(live, Mapping):
        maps = [shape for shape in shapes if isinstance(shape, Mapping)]
        return {
            key: _common(value, [shape[key] for shape in maps if key in shape])
            for key, value in live.items()
            if not maps or any(key in shape for shape in maps)
        }
    if isinstance(live, list):
        lists = [shape for shape in shapes if isinstance(shape, list)]
        return [_common(item, [shape[at] for shape in lists if at < len(shape)]) for at, item in enumerate(live)]
    return live
