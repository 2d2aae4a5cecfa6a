"""Stream (kinesis.aws.m.upbound.io/v1beta1) of Crossplane's provider for AWS."""

from function.base.kind import Kind
from function.base.manifest import Manifest, present
from function.base.meta import Meta

KIND = Kind(api_version="kinesis.aws.m.upbound.io/v1beta1", kind="Stream", plural="streams", holds_data=True)

_OWN_KEY = "alias/aws/kinesis"
"""The key that Kinesis owns, for encrypted streams without a key."""


def manifest(
    meta: Meta,
    *,
    name: str,
    stream: str,
    region: str,
    shard_count: int | None,
    retention_hours: int | None,
    encryption: bool | None,
    kms_key_id: str | None,
) -> Manifest:
    """Return the stream; without shards its capacity is on demand, and what is None is as in Kinesis."""
    encrypted = None if encryption is None else "KMS" if encryption else "NONE"
    return {
        "apiVersion": KIND.api_version,
        "kind": KIND.kind,
        "metadata": meta.object_meta(name=name, annotations={"crossplane.io/external-name": stream}),
        "spec": {
            "managementPolicies": ["Observe", "Create", "Update", "LateInitialize"],
            "forProvider": present(
                {
                    "region": region,
                    "shardCount": shard_count,
                    "retentionPeriod": retention_hours,
                    "streamModeDetails": {"streamMode": "PROVISIONED" if shard_count else "ON_DEMAND"},
                    "encryptionType": encrypted,
                    "kmsKeyId": (kms_key_id or _OWN_KEY) if encryption else None,
                }
            ),
        },
    }
