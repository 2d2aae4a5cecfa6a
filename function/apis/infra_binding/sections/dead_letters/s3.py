"""A bucket of Amazon S3 for events that cannot be processed."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Annotated, Literal

from function.apis.infra_binding.bound_secret import BoundSecret
from function.apis.infra_binding.endpoints.bucket import s3
from function.apis.infra_binding.endpoints.endpoint import Endpoint
from function.apis.infra_binding.member import Made, Part
from function.apis.infra_binding.s3 import PROVISION_IN_REGION, BucketName, Prefix, created, refused
from function.apis.infra_binding.sections.dead_letters._section import DeadLetter
from function.base.aws_types import Region
from function.base.meta import Meta
from function.base.problems import Problem
from function.base.text import Text
from function.manifests import bucket
from function.platform.config import PlatformConfig

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
    rules = (PROVISION_IN_REGION,)

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
        if self.provision:
            yield from refused(path, self.bucket, namespace, config)

    def made(self, name: str, meta: Meta, config: PlatformConfig, secrets: Mapping[str, BoundSecret]) -> Made:
        """Return the Bucket if it is to be created; its data outlives the binding."""
        if not self.provision or self.region is None:
            return Made(unmanaged="provision is not set; the bucket must exist")
        return created(BUCKET.of(name), self.bucket, self.region, meta)

    def endpoint(self, name: str, meta: Meta, secrets: Mapping[str, BoundSecret]) -> Endpoint:
        """Return the bucket."""
        return s3(self.bucket, self.prefix, self.region, "dead letters")
