"""Checkpoints in a bucket of Amazon S3, or of a store with the same API."""

from collections.abc import Collection, Iterator, Mapping
from typing import Annotated, Literal

from pydantic import Field

from function.apis.infra_binding.bound_secret import BoundSecret
from function.apis.infra_binding.endpoints import endpoint as described
from function.apis.infra_binding.endpoints.bucket import s3
from function.apis.infra_binding.flink.keys import texts
from function.apis.infra_binding.flink.storage import Storage, joined
from function.apis.infra_binding.l5 import Binding
from function.apis.infra_binding.member import Made, Part
from function.apis.infra_binding.s3 import PROVISION_IN_REGION, BucketName, Prefix, created, refused
from function.apis.infra_binding.sections.checkpoints._section import Checkpoint
from function.base.address_types import HttpUrl
from function.base.aws_types import Region
from function.base.meta import Meta
from function.base.problems import Problem
from function.base.text import Text
from function.manifests import bucket
from function.platform.config import PlatformConfig

RoleArn = Annotated[
    str,
    Text(
        "^arn:aws[-a-z]*:iam::[0-9]+:role/[-+=,.@_/a-zA-Z0-9]+$",
        meaning="the ARN of an IAM role",
        example="arn:aws:iam::123456789012:role/flink-checkpoints",
        max_length=2048,
    ),
]
BUCKET = Part(
    key=Checkpoint.singular,
    kind=bucket.KIND.kind,
    made="for checkpoints of type s3 with `provision: true`; kept when the binding is deleted",
)


class Endpoint(Binding):
    """How another store than Amazon's is reached."""

    endpoint: HttpUrl | None = None
    """Address of the store. Default: Amazon's in the region."""
    path_style_access: bool | None = None
    """Whether the bucket is in the path of an address instead of in its host. Default: false."""


class Auth(Binding):
    """The identity with which the pods call the store. Nothing applies it; the platform team gives their ServiceAccount
    the rights."""

    type: Literal["instance_profile", "assume_role"]
    """How the pods get their identity."""
    role_arn: RoleArn | None = None
    """IAM role of the ServiceAccount."""


class Model(Checkpoint):
    """A bucket. Credentials never stand here: pods use the identity of their ServiceAccount."""

    makes = (BUCKET,)
    rules = (PROVISION_IN_REGION,)

    type: Literal["s3"]
    bucket: BucketName
    """Name of the bucket."""
    prefix: Annotated[Prefix, Field(examples=["auth/enrichment/"])] | None = None
    """Directory in the bucket. Default: the whole bucket."""
    region: Region | None = None
    """AWS region. Default: that of the pods."""
    s3: Endpoint = Endpoint()
    """How another store than Amazon's is reached."""
    auth: Auth | None = None
    """The identity with which the pods call the store. Default: that of their ServiceAccount."""
    provision: bool = False
    """Create the bucket. Default: it must exist."""

    def storage(self) -> Storage:
        """Return the directory in the bucket; the presto plug-in is the one that Flink recommends for checkpoints."""
        settings = {"s3.endpoint": self.s3.endpoint, "s3.path.style.access": self.s3.path_style_access}
        return Storage(
            uri=f"s3://{joined(self.bucket, self.prefix)}",
            plugin="flink-s3-fs-presto",
            configuration=texts(settings),
            environment={"AWS_REGION": self.region} if self.region else {},
        )

    def wants(self, name: str, secrets: Mapping[str, BoundSecret]) -> Collection[str]:
        """Return the key of the bucket if it is to be created."""
        return [BUCKET.of(name)] if self.provision else []

    def problems(self, path: str, namespace: str, config: PlatformConfig) -> Iterator[Problem]:
        """Yield that the platform does not let the binding create the bucket."""
        if self.provision:
            yield from refused(path, self.bucket, namespace, config)

    def made(self, name: str, meta: Meta, config: PlatformConfig, secrets: Mapping[str, BoundSecret]) -> Made:
        """Return the Bucket if it is to be created; no rule ever expires checkpoints in it."""
        if not self.provision or self.region is None:
            return Made(unmanaged="provision is not set; the bucket must exist")
        return created(BUCKET.of(name), self.bucket, self.region, meta)

    def endpoint(self, name: str, meta: Meta, secrets: Mapping[str, BoundSecret]) -> described.Endpoint:
        """Return the bucket."""
        return s3(self.bucket, self.prefix, self.region, "checkpoints", store=self.s3.endpoint)
