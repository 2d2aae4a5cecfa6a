from function.base.manifest import Manifest
from function.base.meta import Meta
from function.manifests.pulsar_connection import manifest


def test_the_manifest() -> None:
    spec: Manifest = {"adminServiceURL": "http://a"}
    assert manifest(Meta("payments", "shop"), name="payments-pulsar", spec=spec) == {
        "apiVersion": "resource.streamnative.io/v1alpha1",
        "kind": "PulsarConnection",
        "metadata": {"name": "payments-pulsar", "namespace": "shop"},
        "spec": spec,
    }
