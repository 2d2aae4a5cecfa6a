from typing import Any

import pytest

from function.base.manifest import Manifest
from function.base.meta import Meta
from function.manifests.kinesis_stream import manifest
from tests.support import look

META = Meta("payments", "shop", {"team": "checkout"})
NOTHING: dict[str, Any] = {"shard_count": None, "retention_hours": None, "encryption": None, "kms_key_id": None}


def stream(**fields: Any) -> Manifest:
    return manifest(META, name="alerts-us-east-1", stream="alerts", region="us-east-1", **{**NOTHING, **fields})


def test_the_manifest() -> None:
    assert stream(shard_count=16, retention_hours=168, encryption=True, kms_key_id="alias/payments") == {
        "apiVersion": "kinesis.aws.m.upbound.io/v1beta1",
        "kind": "Stream",
        "metadata": {
            "name": "alerts-us-east-1",
            "namespace": "shop",
            "labels": {"team": "checkout"},
            "annotations": {"crossplane.io/external-name": "alerts"},
        },
        "spec": {
            "managementPolicies": ["Observe", "Create", "Update", "LateInitialize"],
            "forProvider": {
                "region": "us-east-1",
                "shardCount": 16,
                "retentionPeriod": 168,
                "streamModeDetails": {"streamMode": "PROVISIONED"},
                "encryptionType": "KMS",
                "kmsKeyId": "alias/payments",
            },
        },
    }


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({}, {"streamModeDetails": {"streamMode": "ON_DEMAND"}}),
        ({"encryption": False}, {"streamModeDetails": {"streamMode": "ON_DEMAND"}, "encryptionType": "NONE"}),
        (
            {"encryption": True, "shard_count": 1},
            {
                "shardCount": 1,
                "streamModeDetails": {"streamMode": "PROVISIONED"},
                "encryptionType": "KMS",
                "kmsKeyId": "alias/aws/kinesis",
            },
        ),
    ],
)
def test_what_is_not_said_is_left_to_the_service(fields: Manifest, expected: Manifest) -> None:
    assert look(stream(**fields), "spec.forProvider") == {"region": "us-east-1", **expected}
