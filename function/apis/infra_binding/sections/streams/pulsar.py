"""A Pulsar topic, created by the Pulsar resources operator if the address of the administration is given."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Annotated, Literal

from pydantic import Field

from function.apis.breach import breach
from function.apis.infra_binding.bound_secret import BoundSecret
from function.apis.infra_binding.endpoints.endpoint import Endpoint
from function.apis.infra_binding.member import Made, Part
from function.apis.infra_binding.names import fields_digest, physical_name
from function.apis.infra_binding.pulsar.client import Consumer, Producer, TopicName
from function.apis.infra_binding.pulsar.connection import Auth, ServiceUrl, Tls, connection, needs_variables
from function.apis.infra_binding.pulsar.endpoint import endpoint
from function.apis.infra_binding.scaling import Scaling
from function.apis.infra_binding.sections.streams._section import Stream
from function.apis.infra_binding.units import ByteSize, Duration, quantity, seconds
from function.base.address_types import HttpUrl
from function.base.condition import WORKLOAD_AVAILABLE
from function.base.manifest import Manifest, present
from function.base.markdown import code
from function.base.meta import Meta
from function.base.problems import Problem, join
from function.base.rule import Rule
from function.delivery.resource import Resource
from function.manifests import pulsar_connection, pulsar_topic
from function.platform.config import PlatformConfig
from function.platform.policy_streams import within
from function.readiness.ready_condition import READINESS

CONNECTION = Part(
    key="pulsarconnection",
    kind=pulsar_connection.KIND.kind,
    made="for streams of type pulsar with `admin_url`; one for each address; kept when the binding is deleted",
    shared=True,
)
TOPIC = Part(
    key=Stream.singular,
    kind=pulsar_topic.KIND.kind,
    made="for streams of type pulsar with `admin_url`; kept when the binding is deleted",
)
_COMPACTION_THRESHOLD = 100 * 1024 * 1024
"""Bytes of events that are not compacted yet; L5 only says that a topic is compacted."""
_FULL_NAME_PARTS = 3


class Model(Stream):
    """A topic of Pulsar. Its tenant and namespace must exist."""

    makes = (CONNECTION, TOPIC)
    describes = ("partitions", "retention_time", "retention_size", "compact")
    rules = (
        Rule(
            cel="has(self.retention_time) == has(self.retention_size)",
            message="retention_time and retention_size must be set together, because events are kept until either is "
            "reached",
            field="retention_time",
            holds=lambda stream: (stream.retention_time is None) == (stream.retention_size is None),
        ),
    )

    type: Literal["pulsar"]
    topic: TopicName
    """Full name of the topic. It cannot be changed."""
    service_url: ServiceUrl
    """Address of the brokers."""
    admin_url: HttpUrl | None = None
    """Address of the administration, with which the topic is created. Default: the topic must exist."""
    partitions: Annotated[int, Field(ge=0, le=100_000)] | None = None
    """Number of partitions; 0 for a topic without any. It can only be increased. Default: 0."""
    retention_time: Duration | None = None
    """How long acknowledged events are kept. Default: the namespace's."""
    retention_size: ByteSize | None = None
    """Amount of acknowledged events that is kept. Default: the namespace's."""
    compact: bool | None = None
    """Whether only the newest event of each key is kept, beyond 100 MiB. Default: the namespace's."""
    consumer: Consumer = Consumer()
    """How the application reads the topic."""
    producer: Producer = Producer()
    """How the application writes to the topic."""
    auth: Auth | None = None
    """How clients and operator authenticate. Default: they do not."""
    tls: Tls = Tls()
    """Encryption of connections."""

    def wants(self, name: str, secrets: Mapping[str, BoundSecret]) -> Collection[str]:
        """Return the key of the topic if the address of the administration is given."""
        return [TOPIC.of(name)] if self.admin_url is not None else []

    def physical(self, name: str, secrets: Mapping[str, BoundSecret]) -> str:
        """Return the topic."""
        return self.topic

    def identities(self) -> Iterable[tuple[str, ...]]:
        """Return the topic and its brokers."""
        return [("pulsar", self.service_url, self.topic)]

    def problems(self, path: str, namespace: str, config: PlatformConfig) -> Iterator[Problem]:
        """Yield each setting of a topic that belongs to another namespace."""
        if self.admin_url is None or self._owned(namespace, config):
            return
        for field in self.describes:
            if getattr(self, field) is not None:
                what = f"changes a topic that namespace {namespace} does not own"
                yield breach(join(path, field), what, "streams.prefixes")

    def made(self, name: str, meta: Meta, config: PlatformConfig, secrets: Mapping[str, BoundSecret]) -> Made:
        """Return the topic and the connection, both in the binding's namespace."""
        if self.admin_url is None:
            return Made(unmanaged="admin_url is not set; the topic must exist")
        if len(self._path.split("/")) != _FULL_NAME_PARTS:
            return Made(unmanaged="its name has no tenant, namespace and topic, so it cannot be created; it must exist")
        if not self._owned(meta.namespace, config):
            setting = "PlatformConfig.spec.policy.streams.prefixes"
            return Made(unmanaged=f"{setting} does not give it to {meta.namespace}; the topic must exist")
        if needs_variables(self.auth, secrets):
            return Made(unmanaged="its credentials are environment variables of the application; the topic must exist")
        spec = connection(self.service_url, self.admin_url, self.auth, self.tls, secrets)
        key = CONNECTION.of(fields_digest(spec))
        connection_name = f"{meta.name}-pulsar-{fields_digest(spec)}"
        topic = pulsar_topic.manifest(
            meta,
            name=physical_name(self.topic.replace("://", ".").replace("/", ".")),
            topic=self.topic,
            connection=connection_name,
            settings=self._settings(),
        )
        shared = pulsar_connection.manifest(meta, name=connection_name, spec=spec)
        return Made(
            own=(Resource(TOPIC.of(name), topic, READINESS, keep=True, about=WORKLOAD_AVAILABLE),),
            shared=(Resource(key, shared, READINESS, keep=True, about=WORKLOAD_AVAILABLE),),
        )

    def endpoint(self, name: str, meta: Meta, secrets: Mapping[str, BoundSecret]) -> Endpoint:
        """Return the brokers and the topic."""
        uses = {"Partitions": self.partitions, "Retention": self.retention_time, "Size": self.retention_size}
        rows = {label: code(str(value)) for label, value in uses.items() if value is not None}
        url, admin, partitioned = self.service_url, self.admin_url, bool(self.partitions)
        return endpoint(self.topic, url, admin, rows, self.auth, meta.namespace, secrets, partitioned=partitioned)

    def scaling(self) -> Scaling | None:
        """Return the trigger for the backlog of the subscription; KEDA asks the administration, with a token only."""
        subscription = self.consumer.subscription_name
        if not self.reads or self.admin_url is None or subscription is None or self.topic.startswith("non-"):
            return None
        if self.auth is not None and self.auth.token is None:
            return None
        metadata = {"adminURL": self.admin_url, "topic": self.topic, "subscription": subscription}
        partitioned = {"isPartitionedTopic": "true"} if self.partitions else {}
        token = self.auth.token if self.auth else None
        return Scaling(
            type="pulsar",
            metadata={**metadata, **partitioned, **({"authModes": "bearer"} if token else {})},
            parameters={"bearerToken": token} if token else {},
            pod_identity={},
        )

    def changed(self) -> Iterator[tuple[str, str]]:
        """Yield the amounts that the operator reads in other units."""
        if self.retention_size is not None:
            yield "retention_size", f"the operator gets {quantity(self.retention_size)}: sizes are binary"
        if self.retention_time is not None and _go(self.retention_time) != self.retention_time:
            yield "retention_time", f"the operator gets {_go(self.retention_time)}: it does not know milliseconds"

    @property
    def _path(self) -> str:
        return self.topic.partition("://")[2]

    def _owned(self, namespace: str, config: PlatformConfig) -> bool:
        return within(config.policy.streams.prefixes, namespace, self._path)

    def _settings(self) -> Manifest:
        return present(
            {
                "partitions": self.partitions,
                "persistent": False if self.topic.startswith("non-") else None,
                "retentionTime": None if self.retention_time is None else _go(self.retention_time),
                "retentionSize": None if self.retention_size is None else quantity(self.retention_size),
                "compactionThreshold": _COMPACTION_THRESHOLD if self.compact else None,
            }
        )


def _go(duration: str) -> str:
    """Return a duration as the operator reads it, which knows d but not ms."""
    return f"{seconds(duration)}s" if duration.endswith("ms") else duration
