"""A bucket of Amazon S3 for events that cannot be processed."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Annotated, Literal

from function.apis.breach import breach
from function.apis.infra_binding.bound_secret import BoundSecret
from function.apis.infra_binding.member import Made, Part
from function.apis.infra_binding.names import physical_name
from function.apis.infra_binding.sections.dead_letters._section import DeadLetter
from function.base.aws_types import Region
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
Unit = Annotated[
    str, Text("^[a-z][_a-z0-9]*$", meaning="lowercase letters, digits and '_'", example="date", max_length=63)
]
BUCKET = Part(
    key=DeadLetter.singular,
    kind=bucket.KIND.kind,
    made="for dead letters of type s3 with `provision: true`; kept when the binding is deleted",
)


class Model(DeadLetter):
    """A bucket, to which the application writes files."""

    makes = (BUCKET,)
    rules = (
        Rule(
            cel="!has(self.provision) || !self.provision || has(self.region)",
            message="required with provision: true",
            field="region",
            reason="FieldValueRequired",
            holds=lambda dead_letter: not dead_letter.provision or dead_letter.region is not None,
        ),
    )

    type: Literal["s3"]
    bucket: BucketName
    """Name of the bucket. It cannot be changed."""
    prefix: Prefix | None = None
    """Beginning of the names of files. Default: none."""
    region: Region | None = None
    """AWS region. Default: the application's."""
    format: Literal["json", "avro", "parquet", "csv"] | None = None
    """Format of files. Default: the application's."""
    partition_by: Unit | None = None
    """What files are divided by, such as date. Default: the application's."""
    provision: bool = False
    """Create the bucket. Default: it must exist."""

    def wants(self, name: str, secrets: Mapping[str, BoundSecret]) -> Collection[str]:
        """Return the key of the bucket if it is to be created."""
        return [BUCKET.of(name)] if self.provision else []

    def physical(self, name: str, secrets: Mapping[str, BoundSecret]) -> str:
        """Return the bucket and the prefix."""
        return f"{self.bucket}/{self.prefix or ''}"

    def identities(self) -> Iterable[tuple[str, ...]]:
        """Return nothing: several entries may write to a bucket, as long as only one creates it."""
        return ()

    def problems(self, path: str, namespace: str, config: PlatformConfig) -> Iterator[Problem]:
        """Yield that the platform does not let the binding create the bucket."""
        policy, where = config.policy.streams, join(path, "provision")
        if self.provision and not policy.bucket_provision:
            yield breach(where, "creates a bucket in the cloud account of the platform", "streams.bucketProvision")
        if self.provision and not within(policy.prefixes, namespace, self.bucket):
            what = f"creates or changes a bucket that namespace {namespace} does not own"
            yield breach(where, what, "streams.prefixes")

    def made(self, name: str, meta: Meta, config: PlatformConfig, secrets: Mapping[str, BoundSecret]) -> Made:
        """Return the Bucket if it is to be created; its data outlives the binding."""
        if not self.provision or self.region is None:
            return Made(unmanaged="provision is not set; the bucket must exist")
        manifest = bucket.manifest(meta, name=physical_name(self.bucket), bucket=self.bucket, region=self.region)
        return Made(own=(Resource(BUCKET.of(name), manifest, READINESS, keep=True, about=WORKLOAD_AVAILABLE),))
