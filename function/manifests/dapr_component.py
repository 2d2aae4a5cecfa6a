"""Component (dapr.io/v1alpha1) of Dapr: what applications use by its name, such as a state store."""

from collections.abc import Sequence

from function.base.kind import Kind
from function.base.manifest import Json, Manifest, at, present
from function.base.meta import Meta

KIND = Kind(api_version="dapr.io/v1alpha1", kind="Component", plural="components")
_SECRETS: Json = {"secretStore": "kubernetes"}
"""Dapr's own store of Secrets: those of the namespace."""


def manifest(meta: Meta, *, name: str, component: str, metadata: Sequence[Manifest], scopes: Sequence[str]) -> Manifest:
    """Return the Component of this type; without `scopes`, all applications of the namespace may use it."""
    refers = any(at(item, "secretKeyRef") is not None for item in metadata)
    return {
        "apiVersion": KIND.api_version,
        "kind": KIND.kind,
        "metadata": meta.object_meta(name=name),
        **present({"scopes": list(scopes), "auth": _SECRETS if refers else None}),
        "spec": {"type": component, "version": "v1", "metadata": list(metadata)},
    }
