"""TriggerAuthentication (keda.sh/v1alpha1)."""

from collections.abc import Mapping

from function.base import naming
from function.base.kind import Kind
from function.base.manifest import Json, Manifest
from function.base.meta import Meta

KIND = Kind(api_version="keda.sh/v1alpha1", kind="TriggerAuthentication", plural="triggerauthentications")


def manifest(meta: Meta, *, spec: Mapping[str, Json]) -> Manifest:
    """Return how KEDA authenticates for a trigger of the service's ScaledObject, which has the same name."""
    return {
        "apiVersion": KIND.api_version,
        "kind": KIND.kind,
        "metadata": meta.object_meta(name=naming.scaler(meta.name)),
        "spec": dict(spec),
    }
