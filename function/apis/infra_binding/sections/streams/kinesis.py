"""A stream of Amazon Kinesis, made by Crossplane's provider for AWS where the binding asks for it."""

from collections.abc import Iterable, Mapping
from typing import Annotated, Literal

from pydantic import Field

from function.apis.infra_binding.bound_secret import BoundSecret
from function.apis.infra_binding.member import Made, Unmanaged
from function.apis.infra_binding.names import physical_name
from function.apis.infra_binding.sections.streams._section import Stream
from function.base.condition import WORKLOAD_AVAILABLE
from function.base.kind import Kind
from function.base.manifest import Manifest, present
from function.base.meta import Meta
from function.base.rule import Rule
from function.base.text import Text
from function.delivery.resource import Resource
from function.platform.config import PlatformConfig
from function.readiness.ready_condition import READINESS

KIND = Kind(api_version="kinesis.aws.m.upbound.io/v1beta1", kind="Stream", plural="streams", holds_data=True)

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

    makes = ((KIND.kind, "for streams of type kinesis with `provision: true`; kept when the binding goes"),)
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

    def wants_object(self, name: str, secrets: Mapping[str, BoundSecret]) -> bool:
        """Return whether the stream is to be made."""
        return self.provision

    def physical(self, name: str, secrets: Mapping[str, BoundSecret]) -> str:
        """Return the stream."""
        return self.stream

    def identities(self) -> Iterable[tuple[str, ...]]:
        """Return the stream of this region."""
        return [("kinesis", self.region, self.stream)]

    def made(
        self, name: str, meta: Meta, config: PlatformConfig, secrets: Mapping[str, BoundSecret]
    ) -> Made | Unmanaged:
        """Return a Stream in the binding's namespace, under a name that another logical name would find again."""
        if not self.provision:
            return Unmanaged("provision is not set; the stream must exist")
        manifest: Manifest = {
            "apiVersion": KIND.api_version,
            "kind": KIND.kind,
            "metadata": meta.object_meta(
                name=physical_name(f"{self.stream}.{self.region}"),
                annotations={"crossplane.io/external-name": self.stream},
            ),
            "spec": {
                "managementPolicies": ["Observe", "Create", "Update", "LateInitialize"],
                "forProvider": self._asked(),
            },
        }
        return Made(own=(Resource(self.composed_key(name), manifest, READINESS, keep=True, about=WORKLOAD_AVAILABLE),))

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
