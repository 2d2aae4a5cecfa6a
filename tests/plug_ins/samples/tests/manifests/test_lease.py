from function.base.meta import Meta
from function.manifests.lease import manifest


def test_the_manifest() -> None:
    assert manifest(Meta("orders", "shop"), seconds=30) == {
        "apiVersion": "coordination.k8s.io/v1",
        "kind": "Lease",
        "metadata": {"name": "orders", "namespace": "shop"},
        "spec": {"leaseDurationSeconds": 30},
    }
