"""Bucket (s3.aws.m.upbound.io/v1beta1) of Crossplane's provider for AWS."""

from function.base.kind import Kind
from function.base.manifest import Manifest
from function.base.meta import Meta

KIND = Kind(api_version="s3.aws.m.upbound.io/v1beta1", kind="Bucket", plural="buckets", holds_data=True)


def manifest(meta: Meta, *, name: str, bucket: str, region: str) -> Manifest:
    """Return the bucket. Neither it nor what it contains is ever deleted by the provider."""
    return {
        "apiVersion": KIND.api_version,
        "kind": KIND.kind,
        "metadata": meta.object_meta(name=name, annotations={"crossplane.io/external-name": bucket}),
        "spec": {
            "managementPolicies": ["Observe", "Create", "Update", "LateInitialize"],
            "forProvider": {"region": region, "forceDestroy": False},
        },
    }
