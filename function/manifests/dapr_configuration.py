"""Configuration (dapr.io/v1alpha1) of Dapr: how the sidecars that refer to it work."""

from function.base.kind import Kind
from function.base.manifest import Json, Manifest, present
from function.base.meta import Meta

KIND = Kind(api_version="dapr.io/v1alpha1", kind="Configuration", plural="configurations")


def manifest(meta: Meta, *, name: str, spec: dict[str, Json]) -> Manifest:
    """Return the configuration."""
    return {
        "apiVersion": KIND.api_version,
        "kind": KIND.kind,
        "metadata": meta.object_meta(name=name),
        "spec": present(spec),
    }
