from function.base.meta import Meta
from function.manifests.bucket import manifest


def test_the_manifest() -> None:
    made = manifest(Meta("payments", "shop"), name="failed", bucket="failed.records", region="us-east-1")
    assert made == {
        "apiVersion": "s3.aws.m.upbound.io/v1beta1",
        "kind": "Bucket",
        "metadata": {
            "name": "failed",
            "namespace": "shop",
            "annotations": {"crossplane.io/external-name": "failed.records"},
        },
        "spec": {
            "managementPolicies": ["Observe", "Create", "Update", "LateInitialize"],
            "forProvider": {"region": "us-east-1", "forceDestroy": False},
        },
    }
