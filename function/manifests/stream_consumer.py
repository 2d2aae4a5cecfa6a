"""StreamConsumer (kinesis.aws.m.upbound.io/v1beta1): a registered consumer of a Kinesis stream."""

from function.base.kind import Kind
from function.base.manifest import Manifest
from function.base.meta import Meta

KIND = Kind(api_version="kinesis.aws.m.upbound.io/v1beta1", kind="StreamConsumer", plural="streamconsumers")


def manifest(meta: Meta, *, name: str, consumer: str, stream: str, region: str) -> Manifest:
    """Return the consumer; `stream` is the name of the Stream object, from which the provider reads the ARN."""
    return {
        "apiVersion": KIND.api_version,
        "kind": KIND.kind,
        "metadata": meta.object_meta(name=name),
        "spec": {"forProvider": {"name": consumer, "region": region, "streamArnRef": {"name": stream}}},
    }
