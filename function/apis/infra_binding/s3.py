"""Buckets of Amazon S3: their names, who may create one, and the object that does."""

from collections.abc import Iterator
from typing import Annotated

from function.apis.breach import breach
from function.apis.infra_binding.member import Made
from function.apis.infra_binding.names import physical_name
from function.base.condition import WORKLOAD_AVAILABLE
from function.base.meta import Meta
from function.base.problems import Problem, join
from function.base.rule import Rule
from function.base.text import Text
from function.delivery.resource import Resource
from function.manifests import bucket
from function.platform.config import PlatformConfig
from function.platform.policy_streams import within
from function.readiness.ready_condition import READINESS

BucketName = Annotated[
    str,
    Text(
        "^[a-z0-9][-.a-z0-9]*[a-z0-9]$",
        meaning="lowercase letters, digits, dashes and dots",
        example="failed-records",
        min_length=3,
        max_length=63,
    ),
]
Prefix = Annotated[
    str,
    Text("^[-._=/a-zA-Z0-9]+$", meaning="letters, digits and -._=/", example="auth/enrichment/", max_length=512),
]
PROVISION_IN_REGION = Rule(
    cel="!has(self.provision) || !self.provision || has(self.region)",
    message="required with provision: true",
    field="region",
    reason="FieldValueRequired",
    holds=lambda entry: not entry.provision or entry.region is not None,
)
"""A bucket is created in a region."""


def refused(path: str, name: str, namespace: str, config: PlatformConfig) -> Iterator[Problem]:
    """Yield that the platform does not let a binding create the bucket, as the entry at `path` asks."""
    policy, where = config.policy.streams, join(path, "provision")
    if not policy.bucket_provision:
        yield breach(where, "creates a bucket in the cloud account of the platform", "streams.bucketProvision")
    if not within(policy.prefixes, namespace, name):
        yield breach(where, f"creates or changes a bucket that namespace {namespace} does not own", "streams.prefixes")


def created(key: str, name: str, region: str, meta: Meta) -> Made:
    """Return the Bucket under this key; its data outlives the binding."""
    manifest = bucket.manifest(meta, name=physical_name(name), bucket=name, region=region)
    return Made(own=(Resource(key, manifest, READINESS, keep=True, about=WORKLOAD_AVAILABLE),))
