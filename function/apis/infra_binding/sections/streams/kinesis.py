"""An Amazon Kinesis stream, created by Crossplane's provider for AWS on request."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Annotated, Literal

from pydantic import Field

from function.apis.breach import breach
from function.apis.infra_binding.bound_secret import BoundSecret
from function.apis.infra_binding.endpoints.endpoint import Endpoint
from function.apis.infra_binding.kinesis.client import Consumer, Credentials, Producer
from function.apis.infra_binding.kinesis.endpoint import endpoint
from function.apis.infra_binding.member import Made, Part
from function.apis.infra_binding.names import bound_name, fields_digest, physical_name
from function.apis.infra_binding.scaling import Scaling
from function.apis.infra_binding.sections.streams._section import Stream
from function.base.aws_types import Region
from function.base.condition import WORKLOAD_AVAILABLE
from function.base.manifest import Manifest, present
from function.base.meta import Meta
from function.base.problems import Problem, join
from function.base.rule import Rule
from function.base.text import Text
from function.delivery.resource import Resource
from function.manifests import kinesis_stream, stream_consumer
from function.platform.config import PlatformConfig
from function.platform.policy_streams import within
from function.readiness.ready_condition import READINESS

Name = Annotated[
    str,
    Text("^[-._a-zA-Z0-9]+$", meaning="letters, digits, '_', '-' and '.'", example="prod-fraud-alerts", max_length=128),
]
Key = Annotated[
    str,
    Text(
        "^[-:/_a-zA-Z0-9]+$", meaning="the ID, ARN or alias of a KMS key", example="alias/fraud-alerts", max_length=2048
    ),
]


STREAM = Part(
    key=Stream.singular,
    kind=kinesis_stream.KIND.kind,
    made="for streams of type kinesis with `provision: true`; kept when the binding is deleted",
)


CONSUMER = Part(
    key="streamconsumer",
    kind=stream_consumer.KIND.kind,
    made="for streams of type kinesis with `provision: true` and `consumer.type: enhanced_fan_out`",
)


class Model(Stream):
    """An Amazon Kinesis stream."""

    makes = (STREAM, CONSUMER)
    describes = ("shard_count", "retention_hours", "encryption", "kms_key_id")
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
    consumer: Consumer = Consumer()
    """How the application reads the stream."""
    producer: Producer = Producer()
    """How the application writes to the stream."""
    credentials: Credentials | None = None
    """The identity with which the application calls AWS. Default: that of the pod."""

    def wants(self, name: str, secrets: Mapping[str, BoundSecret]) -> Collection[str]:
        """Return the keys of the objects if the stream is to be provisioned."""
        consumer = [CONSUMER.of(self._consumer(name))] if self.consumer.type == "enhanced_fan_out" else []
        return [STREAM.of(name), *consumer] if self.provision else []

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
        stream = physical_name(f"{self.stream}.{self.region}")
        own = [Resource(STREAM.of(name), self._stream(stream, meta), READINESS, keep=True, about=WORKLOAD_AVAILABLE)]
        if self.consumer.type == "enhanced_fan_out" and self.consumer.consumer_name is not None:
            consumer = stream_consumer.manifest(
                meta,
                name=bound_name(meta.name, self._consumer(name)),
                consumer=self.consumer.consumer_name,
                stream=stream,
                region=self.region,
            )
            own.append(Resource(CONSUMER.of(self._consumer(name)), consumer, READINESS, about=WORKLOAD_AVAILABLE))
        return Made(own=tuple(own))

    def endpoint(self, name: str, meta: Meta, secrets: Mapping[str, BoundSecret]) -> Endpoint:
        """Return the stream."""
        return endpoint(
            self.stream,
            self.region,
            shards=self.shard_count,
            hours=self.retention_hours,
            encrypted=self.encryption,
            consumer=self.consumer.consumer_name,
        )

    def scaling(self) -> Scaling | None:
        """Return the trigger for the number of shards, or None if only the application's files say who calls AWS."""
        found = self.credentials
        if not self.reads or (found is not None and found.type == "profile"):
            return None
        static = found is not None and found.type == "static"
        keys = (
            {}
            if found is None
            else {"awsAccessKeyID": found.access_key_id, "awsSecretAccessKey": found.secret_access_key}
        )
        return Scaling(
            type="aws-kinesis-stream",
            metadata={"streamName": self.stream, "awsRegion": self.region},
            parameters={name: reference for name, reference in keys.items() if static and reference is not None},
            pod_identity={} if static else present({"provider": "aws", "roleArn": found.role_arn if found else None}),
        )

    def _consumer(self, name: str) -> str:
        """Return a name that changes with what cannot be changed of a consumer: another one is another object."""
        return f"{name}-{fields_digest([self.stream, self.region, self.consumer.consumer_name])}"

    def _stream(self, name: str, meta: Meta) -> Manifest:
        return kinesis_stream.manifest(
            meta,
            name=name,
            stream=self.stream,
            region=self.region,
            shard_count=self.shard_count,
            retention_hours=self.retention_hours,
            encryption=self.encryption,
            kms_key_id=self.kms_key_id,
        )
