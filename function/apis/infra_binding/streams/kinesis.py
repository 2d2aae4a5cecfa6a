"""A stream of Amazon Kinesis, made by Crossplane's provider for AWS where the binding asks for it."""

from typing import Annotated, Literal

from pydantic import Field

from function.apis.infra_binding.l5 import physical_name
from function.apis.infra_binding.streams._stream import Managed, Stream, StreamSettings, Unmanaged
from function.base.manifest import Manifest, present
from function.base.meta import Meta
from function.base.rule import Rule
from function.base.text import Text

RESOURCE = "streams.kinesis.aws.m.upbound.io"

Name = Annotated[
    str,
    Text("^[-._a-zA-Z0-9]+$", meaning="letters, digits, '_', '-' and '.'", example="prod-fraud-alerts", max_length=128),
]
Region = Annotated[
    str,
    Text("^[a-z]+(-[a-z]+)+-[0-9]+$", meaning="a region of AWS such as us-east-1", example="us-east-1", max_length=32),
]
Key = Annotated[
    str,
    Text(
        "^[-:/_a-zA-Z0-9]+$", meaning="the id, ARN or alias of a KMS key", example="alias/fraud-alerts", max_length=2048
    ),
]

_OWN_KEY = "alias/aws/kinesis"
"""The key that Kinesis owns, for streams that are encrypted and name none."""


class Model(Stream):
    """A stream of Amazon Kinesis."""

    rules = (
        Rule(
            cel="!has(self.kms_key_id) || (has(self.encryption) && self.encryption)",
            message="a key needs encryption: true",
            field="kms_key_id",
            holds=lambda stream: stream.kms_key_id is None or stream.encryption is True,
        ),
    )

    type: Literal["kinesis"]
    stream: Name
    """Name of the stream; it cannot change later."""
    region: Region
    """Region of AWS."""
    provision: bool = False
    """Make the stream. Default: it must exist."""
    shard_count: Annotated[int, Field(ge=1, le=100_000)] | None = None
    """Number of shards. Default: capacity on demand."""
    retention_hours: Annotated[int, Field(ge=24, le=8760)] | None = None
    """Hours that events are kept. Default: the service's, 24."""
    encryption: bool | None = None
    """Encrypt events at rest. Default: the service's."""
    kms_key_id: Key | None = None
    """Key to encrypt with. Default: the one that the service owns."""

    def physical(self) -> str:
        """Return the stream."""
        return self.stream

    def location(self) -> str:
        """Return the region."""
        return self.region

    def managed(self, name: str, meta: Meta, settings: StreamSettings) -> Managed | Unmanaged:
        """Return a Stream in the binding's namespace, under a name that another logical name would find again."""
        if not self.provision:
            return Unmanaged("provision is not set; the stream must exist")
        return Managed(
            {
                "apiVersion": "kinesis.aws.m.upbound.io/v1beta1",
                "kind": "Stream",
                "metadata": meta.object_meta(
                    name=physical_name(f"{self.stream}.{self.region}"),
                    annotations={"crossplane.io/external-name": self.stream},
                ),
                "spec": {
                    "managementPolicies": ["Observe", "Create", "Update", "LateInitialize"],
                    "forProvider": self._asked(),
                },
            }
        )

    def _asked(self) -> Manifest:
        mode = "PROVISIONED" if self.shard_count else "ON_DEMAND"
        encrypted = None if self.encryption is None else "KMS" if self.encryption else "NONE"
        return present(
            {
                "region": self.region,
                "shardCount": self.shard_count,
                "retentionPeriod": self.retention_hours,
                "streamModeDetails": {"streamMode": mode},
                "encryptionType": encrypted,
                "kmsKeyId": (self.kms_key_id or _OWN_KEY) if self.encryption else None,
            }
        )
