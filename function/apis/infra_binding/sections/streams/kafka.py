"""A Kafka topic as a stream."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace

from function.apis.infra_binding.bound_secret import BoundSecret
from function.apis.infra_binding.endpoints.endpoint import Endpoint
from function.apis.infra_binding.inquiry import Inquiry
from function.apis.infra_binding.kafka.client import Client
from function.apis.infra_binding.kafka.created import created
from function.apis.infra_binding.kafka.dead_letters import DEAD_LETTERS, dead_letters
from function.apis.infra_binding.kafka.error_handling import ErrorHandling
from function.apis.infra_binding.kafka.inquiries import Use, inquiries
from function.apis.infra_binding.kafka.registered import registered
from function.apis.infra_binding.kafka.scaling import scaling
from function.apis.infra_binding.kafka.topic import KafkaTopic, parts
from function.apis.infra_binding.kafka.user import Access, Security, refused_access, user
from function.apis.infra_binding.member import Made, Part, Registered
from function.apis.infra_binding.names import fields_digest
from function.apis.infra_binding.scaling import Scaling
from function.apis.infra_binding.sections.streams._section import Stream
from function.base.condition import WORKLOAD_AVAILABLE
from function.base.manifest import Json, text_at
from function.base.markdown import code
from function.base.meta import Meta
from function.base.problems import Problem, join
from function.base.rule import Rule
from function.delivery.resource import Resource
from function.manifests import kafka_user
from function.platform.config import PlatformConfig
from function.platform.preflight import CHECK
from function.readiness.ready_condition import READINESS

TOPICS = parts(Stream.singular, "streams")
USER = Part(key="kafkauser", kind=kafka_user.KIND.kind, made="for streams of type kafka with `security`")
_WITH_TLS = ("SSL", "SASL_SSL")
_DLQ_TOPIC = ("error_handling", "deserialization", "dlq_topic")


class Model(KafkaTopic, Client, Stream):
    """A topic of a Kafka cluster."""

    makes = (*TOPICS, USER, DEAD_LETTERS)
    rules = (
        *KafkaTopic.rules,
        Rule(
            cel="!has(self.security) || (has(self.direction) && self.direction == 'sink') || "
            "(!has(self.direction) && has(self.producer) && !has(self.consumer)) || "
            "(has(self.consumer) && has(self.consumer.group_id))",
            message="required with security, because a user may read only in its own consumer group",
            field="consumer.group_id",
            reason="FieldValueRequired",
            holds=lambda stream: (
                stream.security is None
                or not stream.reads
                or (stream.consumer and stream.consumer.group_id) is not None
            ),
        ),
    )

    error_handling: ErrorHandling = ErrorHandling()
    """What the application does about errors."""
    security: Security | None = None
    """The user of the application. Default: no user is created; see properties for that of an existing one."""

    @property
    def encrypts(self) -> bool:
        """Whether the properties ask for TLS."""
        return self.properties.get("security.protocol", "").upper() in _WITH_TLS

    def registered(self) -> Registered:
        """Return the schema of the records' values."""
        return registered(self.topic, self.serialization, self.schema_registry, reads=self.reads)

    def inquiries(self, name: str, check: CHECK, secrets: Mapping[str, BoundSecret]) -> Iterator[Inquiry]:
        """Yield what is asked about the topic, its consumer group, and the topic for records that cannot be read."""
        use = Use(
            settings=self.settings(),
            brokers=self.brokers,
            properties=self.properties,
            reads=self.reads,
            writes=self.writes,
            group=self.consumer.group_id if self.consumer else None,
            dead_letters=None if self._dlq_topic is None else (".".join(_DLQ_TOPIC), self._dlq_topic),
            created=self.security is not None,
        )
        yield from inquiries(use, check, secrets)

    def wants(self, name: str, secrets: Mapping[str, BoundSecret]) -> Collection[str]:
        """Return the keys of the topic and, with `security`, of the user."""
        return {TOPICS[0].of(name), *([self._user_key(name)] if self.security else [])}

    def needs(self, shared: Mapping[str, Json]) -> bool:
        """Return whether it is the topic for records that cannot be read."""
        return self._dlq_topic is not None and self._dlq_topic in (
            text_at(shared, "spec", "topicName"),
            text_at(shared, "metadata", "annotations", "crossplane.io/external-name"),
        )

    def problems(self, path: str, namespace: str, config: PlatformConfig) -> Iterator[Problem]:
        """Yield also what the platform does not let the user do, and a topic for dead letters that nobody creates."""
        yield from super().problems(path, namespace, config)
        if self.security is not None:
            topics = {"topic": self.topic, ".".join(_DLQ_TOPIC): self._dlq_topic}
            yield from refused_access(path, topics, self.brokers, namespace, config)
        reason = self._dead_letters(Meta("", namespace), config).unmanaged
        if reason is not None:
            what = f"nothing creates this topic: {reason}"
            yield Problem(path=join(path, *_DLQ_TOPIC), message=what, code="EP417", severity="warning")

    def made(self, name: str, meta: Meta, config: PlatformConfig, secrets: Mapping[str, BoundSecret]) -> Made:
        """Return the topic, the user, and the topic for records that cannot be read."""
        topic = created(TOPICS[0].of(name), self.brokers, self.settings(), meta, config)
        users = () if self.security is None else user(name, self.security, self._access(), self.brokers, meta, config)
        own = (
            *topic.own,
            *(Resource(self._user_key(name), manifest, READINESS, about=WORKLOAD_AVAILABLE) for manifest in users),
        )
        return Made(own=own, shared=self._dead_letters(meta, config).own, unmanaged=topic.unmanaged)

    def endpoint(self, name: str, meta: Meta, secrets: Mapping[str, BoundSecret]) -> Endpoint:
        """Return the brokers, the topic, and the consumer group."""
        compression = self.producer.compression if self.producer and self.writes else None
        group = self.consumer.group_id if self.consumer and self.reads else None
        created = self.security is not None
        found = self.reached(self.properties, meta, secrets, compression=compression, group=group, created=created)
        if self._dlq_topic is None:
            return found
        return replace(found, uses={**found.uses, "Unreadable records": code(self._dlq_topic)})

    def scaling(self) -> Scaling | None:
        """Return the trigger for the lag of the consumer group.

        With `security`, there is none until the properties refer to a copy of the user's credentials, because KEDA
        cannot read them in the namespace of the cluster.
        """
        if not self.reads or self.consumer is None:
            return None
        if self.security is not None and "sasl.password" not in self.properties:
            return None
        reset = self.consumer.auto_offset_reset
        return scaling(self.topic, self.brokers, self.consumer.group_id, reset, self.properties)

    @property
    def _dlq_topic(self) -> str | None:
        return self.error_handling.deserialization.dlq_topic

    def _user_key(self, name: str) -> str:
        """Return a key that changes with the brokers: a user of another cluster is another object."""
        return USER.of(f"{name}-{fields_digest(self.brokers)}")

    def _access(self) -> Access:
        return Access(
            topic=self.topic,
            reads=self.reads,
            writes=self.writes,
            group=self.consumer.group_id if self.consumer else None,
            transactional_id_prefix=self.producer.transactional_id_prefix if self.producer else None,
            dead_letter_topic=self._dlq_topic,
        )

    def _dead_letters(self, meta: Meta, config: PlatformConfig) -> Made:
        return dead_letters(self._dlq_topic, self.brokers, meta, config)
