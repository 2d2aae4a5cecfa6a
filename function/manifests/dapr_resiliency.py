"""Resiliency (dapr.io/v1alpha1) of Dapr: what sidecars do about calls that fail."""

from collections.abc import Sequence

from function.base.kind import Kind
from function.base.manifest import Json, Manifest, present
from function.base.meta import Meta

KIND = Kind(api_version="dapr.io/v1alpha1", kind="Resiliency", plural="resiliencies")


def manifest(
    meta: Meta, *, name: str, policies: dict[str, Json], targets: dict[str, Json], scopes: Sequence[str]
) -> Manifest:
    """Return the policies, and what they apply to; without `scopes`, for all applications of the namespace."""
    return {
        "apiVersion": KIND.api_version,
        "kind": KIND.kind,
        "metadata": meta.object_meta(name=name),
        **present({"scopes": list(scopes)}),
        "spec": {"policies": present(policies), "targets": present(targets)},
    }
