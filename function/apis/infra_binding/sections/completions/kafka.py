"""A Kafka topic for reports that a transaction is complete."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from function.apis.infra_binding.bound_secret import BoundSecret
from function.apis.infra_binding.endpoints.endpoint import Endpoint
from function.apis.infra_binding.inquiry import Inquiry
from function.apis.infra_binding.kafka.inquiries import Use, inquiries
from function.apis.infra_binding.kafka.producer import Producer
from function.apis.infra_binding.kafka.serialization import Serialization
from function.apis.infra_binding.kafka.topic import KafkaTopic, parts
from function.apis.infra_binding.kafka.topic_settings import TopicSettings
from function.apis.infra_binding.l5 import Properties
from function.apis.infra_binding.mongodb import FieldName
from function.apis.infra_binding.sections.completions._section import Completion
from function.base.manifest import Manifest
from function.base.meta import Meta
from function.base.rule import Rule
from function.platform.preflight import CHECK

_ONE_DAY = 24 * 60 * 60 * 1000


class CompletionProducer(Producer):
    """How reports are written: each one once, and confirmed by all replicas, unless the binding says otherwise."""

    rules = (
        *Producer.rules,
        Rule(
            cel="!has(self.acks) || (type(self.acks) == string ? self.acks in ['all', '-1'] : self.acks == -1) || "
            "(has(self.idempotence) && !self.idempotence)",
            message="acks other than all requires idempotence: false, because reports are written once by default",
            field="acks",
            holds=lambda producer: producer.acks in (None, "all", "-1") or producer.idempotence is False,
        ),
    )

    key_field: FieldName
    """Field of the report that becomes the record's key, such as correlation_id."""

    def settings(self) -> Manifest:
        """Return the settings under Kafka's names, with the defaults of reports."""
        return {"acks": "all", "enable.idempotence": "true", **super().settings()}


class Model(KafkaTopic, Completion):
    """A topic of a Kafka cluster. Reports are kept for 24 hours unless retention_ms says otherwise."""

    makes = parts(Completion.singular, "completions")

    producer: CompletionProducer
    """How reports are written."""
    serialization: Serialization = Serialization()
    """How reports are written as bytes."""
    properties: Properties = {}
    """Client properties. Refer to secrets as secret://name/key."""

    def client(self, name: str) -> Manifest:
        """Return the settings of the producer beside brokers and `properties`, which win."""
        return {"producer": {**self.serialization.settings(), **self.producer.settings()}}

    def inquiries(self, name: str, check: CHECK, secrets: Mapping[str, BoundSecret]) -> Iterator[Inquiry]:
        """Yield what is asked about the topic."""
        use = Use(settings=self.settings(), brokers=self.brokers, properties=self.properties, writes=True)
        yield from inquiries(use, check, secrets)

    def endpoint(self, name: str, meta: Meta, secrets: Mapping[str, BoundSecret]) -> Endpoint:
        """Return the brokers and the topic."""
        return self.reached(self.properties, meta, secrets, compression=self.producer.compression)

    def changed(self) -> Iterator[tuple[str, str]]:
        """Yield the defaults of reports, which are not those of Kafka."""
        if self.retention_ms is None:
            yield "retention_ms", f"not set, so {_ONE_DAY}: reports are kept for 24 hours"
        if self.producer.acks is None:
            yield "producer.acks", "not set, so all: a report must not be lost"
        if self.producer.idempotence is None:
            yield "producer.idempotence", "not set, so true: a report is written once"

    def settings(self) -> TopicSettings:
        """Return the topic, whose events are kept for a day by default: readers consume them at once."""
        settings = super().settings()
        return settings if settings.retention_ms is not None else replace(settings, retention_ms=_ONE_DAY)
