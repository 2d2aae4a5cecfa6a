"""Checkpoints in Google Cloud Storage."""

from collections.abc import Mapping
from typing import Annotated, Literal

from function.apis.infra_binding.bound_secret import BoundSecret
from function.apis.infra_binding.endpoints.bucket import gcs
from function.apis.infra_binding.endpoints.endpoint import Endpoint
from function.apis.infra_binding.flink.storage import Storage, joined
from function.apis.infra_binding.s3 import Prefix
from function.apis.infra_binding.sections.checkpoints._section import Checkpoint
from function.base.meta import Meta
from function.base.text import Text

BucketName = Annotated[
    str,
    Text(
        "^[a-z0-9][-_.a-z0-9]*[a-z0-9]$",
        meaning="lowercase letters, digits, dashes, underscores and dots",
        example="fraud-processing-checkpoints",
        min_length=3,
        max_length=222,
    ),
]


class Model(Checkpoint):
    """A bucket, which pods reach with the identity of their ServiceAccount."""

    type: Literal["gcs"]
    bucket: BucketName
    """Name of the bucket."""
    prefix: Prefix | None = None
    """Directory in the bucket. Default: the whole bucket."""

    def storage(self) -> Storage:
        """Return the directory in the bucket."""
        return Storage(uri=f"gs://{joined(self.bucket, self.prefix)}", plugin="flink-gs-fs-hadoop")

    def endpoint(self, name: str, meta: Meta, secrets: Mapping[str, BoundSecret]) -> Endpoint:
        """Return the bucket."""
        return gcs(self.bucket, self.prefix, "checkpoints")
