"""Lease (coordination.k8s.io/v1)."""

from function.base.kind import Kind
from function.base.manifest import Manifest
from function.base.meta import Meta

KIND = Kind(api_version="coordination.k8s.io/v1", kind="Lease", plural="leases")


def manifest(meta: Meta, *, seconds: int) -> Manifest:
    """Return the lease."""
    return {
        "apiVersion": KIND.api_version,
        "kind": KIND.kind,
        "metadata": meta.object_meta(),
        "spec": {"leaseDurationSeconds": seconds},
    }
