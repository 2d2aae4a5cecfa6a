"""An Amazon Kinesis stream, created by Crossplane's provider for AWS on request."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Annotated, Literal

from pydantic import Field

from function.apis.breach import breach
from function.apis.infra_binding.bound_secret import BoundSecret
from function.apis.infra_binding.member import Made, Part
from function.apis.infra_binding.names import physical_name
from function.apis.infra_binding.sections.streams._section import Stream
from function.base.condition import WORKLOAD_AVAILABLE
from function.base.kind import Kind
from function.base.manifest import Manifest, present
from function.base.meta import Meta
from function.base.problems import Problem, join
from function.base.rule import Rule
from function.base.text import Text
from function.delivery.resource import Resource
from function.platform.config import PlatformConfig
from function.platform.policy_streams import within
from function.readiness.ready_condition import READINESS

KIND = Kind(api_version="kinesis.aws.m.upbound.io/v1beta1", kind="Stream", plural="streams", holds_data=True)

Name = Annotated[
    str,
    Text("^[-._a-zA-Z0-9]+$", meaning="letters, digits, '_', '-' and '.'", example="prod-fraud-alerts", max_length=128),
]
Region = Annotated[
    str,
    Text("^[a-z]+(-[a-z]+)+-[0-9]+$", meaning="an AWS region such as us-east-1", example="us-east-1", max_length=32),
]
Key = Annotated[
    str,
    Text(
        "^[-:/_a-zA-Z0-9]+$", meaning="the ID, ARN or alias of a KMS key", example="alias/fraud-alerts", max_length=2048
    ),
]

_OWN_KEY = "alias/aws/kinesis"
"""The key that Kinesis owns, for encrypted streams without a key."""


STREAM = Part(
    key=Stream.singular,
    kind=KIND.kind,
    made="for streams of type kinesis with `provision: true`; kept when the binding is deleted",
)


class Model(Stream):
    """An Amazon Kinesis stream."""

    makes = (STREAM,)
    rules = (
        Rule(
            cel="!has(self.kms_key_id) || (has(self.encryption) && self.encryption)",
            message="kms_key_id requires encryption: true",
            field="kms_key_id",
            holds=lambda stream: stream.kms_key_id is None or stream.encryption is True,
        ),
    )

    type: Literal["kinesis"]
    stream: Name
    """Name of the stream. It cannot be changed."""
    region: Region
    """AWS region."""
    provision: bool = False
    """Create the stream. Default: it must exist."""
    shard_count: Annotated[int, Field(ge=1, le=100_000)] | None = None
    """Number of shards. Default: on-demand capacity."""
    retention_hours: Annotated[int, Field(ge=24, le=8760)] | None = None
    """Hours for which events are kept. Default: 24, as in Kinesis."""
    encryption: bool | None = None
    """Encrypt events at rest. Default: as in Kinesis."""
    kms_key_id: Key | None = None
    """KMS key for encryption. Default: the key that Kinesis owns."""

    def wants(self, name: str, secrets: Mapping[str, BoundSecret]) -> Collection[str]:
        """Return the keys of the objects if the stream is to be provisioned."""
        return super().wants(name, secrets) if self.provision else ()

    def physical(self, name: str, secrets: Mapping[str, BoundSecret]) -> str:
        """Return the stream."""
        return self.stream

    def identities(self) -> Iterable[tuple[str, ...]]:
        """Return the stream and its region."""
        return [("kinesis", self.region, self.stream)]

    def problems(self, path: str, namespace: str, config: PlatformConfig) -> Iterator[Problem]:
        """Yield that the platform does not let the binding create the stream, or set shards and retention with it."""
        policy, where = config.policy.streams, join(path, "provision")
        if self.provision and not policy.kinesis_provision:
            yield breach(where, "creates a stream in the cloud account of the platform", "streams.kinesisProvision")
        if self.provision and not within(policy.prefixes, namespace, self.stream):
            yield breach(
                where, f"creates or changes a stream that namespace {namespace} does not own", "streams.prefixes"
            )

    def made(self, name: str, meta: Meta, config: PlatformConfig, secrets: Mapping[str, BoundSecret]) -> Made:
        """Return a Stream in the binding's namespace, with a name that does not depend on the logical name."""
        if not self.provision:
            return Made(unmanaged="provision is not set; the stream must exist")
        manifest: Manifest = {
            "apiVersion": KIND.api_version,
            "kind": KIND.kind,
            "metadata": meta.object_meta(
                name=physical_name(f"{self.stream}.{self.region}"),
                annotations={"crossplane.io/external-name": self.stream},
            ),
            "spec": {
                "managementPolicies": ["Observe", "Create", "Update", "LateInitialize"],
                "forProvider": self._for_provider(),
            },
        }
        return Made(own=(Resource(STREAM.of(name), manifest, READINESS, keep=True, about=WORKLOAD_AVAILABLE),))

    def _for_provider(self) -> Manifest:
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
