"""An observed composed resource as a desired one, so that it stays as it is."""

from collections.abc import Mapping

from function.base.manifest import Json, Manifest, mapping_at, present

_KEPT = ("name", "namespace", "labels", "annotations")


def unchanged(observed: Mapping[str, Json]) -> Manifest:
    """Return the resource without its status and without what only the API server sets."""
    metadata = mapping_at(observed, "metadata")
    parts = {part: observed[part] for part in observed if part not in ("metadata", "status")}
    return {**parts, "metadata": present({field: metadata.get(field) for field in _KEPT})}
