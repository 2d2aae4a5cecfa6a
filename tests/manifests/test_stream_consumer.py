from function.base.meta import Meta
from function.manifests.stream_consumer import manifest


def test_the_manifest() -> None:
    made = manifest(Meta("payments", "shop"), name="payments.a", consumer="c", stream="alerts", region="us-east-1")
    assert made == {
        "apiVersion": "kinesis.aws.m.upbound.io/v1beta1",
        "kind": "StreamConsumer",
        "metadata": {"name": "payments.a", "namespace": "shop"},
        "spec": {"forProvider": {"name": "c", "region": "us-east-1", "streamArnRef": {"name": "alerts"}}},
    }
