"""What the clients of a topic are told."""

from typing import Literal

from function.apis.infra_binding.kafka.consumer import Consumer
from function.apis.infra_binding.kafka.producer import Producer
from function.apis.infra_binding.kafka.serialization import SchemaRegistry, Serialization
from function.apis.infra_binding.l5 import Binding
from function.base.manifest import Manifest, present

Direction = Literal["source", "sink", "bidirectional"]


class Client(Binding):
    """Settings of clients that every stream of Kafka has."""

    direction: Direction | None = None
    """Whether the application reads the stream, writes it, or does both. Default: what it has settings for, or both."""
    consumer: Consumer | None = None
    """How the application reads the topic."""
    producer: Producer | None = None
    """How the application writes to the topic."""
    schema_registry: SchemaRegistry | None = None
    """Registry of the records' schemas."""
    serialization: Serialization = Serialization()
    """How records are written as bytes."""

    @property
    def reads(self) -> bool:
        """Whether the application reads the topic."""
        implied = self.consumer is not None or self.producer is None
        return implied if self.direction is None else self.direction != "sink"

    @property
    def writes(self) -> bool:
        """Whether the application writes to the topic."""
        implied = self.producer is not None or self.consumer is None
        return implied if self.direction is None else self.direction != "source"

    def client(self) -> Manifest:
        """Return the settings of consumers and producers beside brokers and `properties`, which win."""
        registry = {} if self.schema_registry is None else self.schema_registry.settings()
        common: Manifest = {**registry, **self.serialization.settings()}
        consumer = (self.consumer or Consumer()).settings()
        producer = (self.producer or Producer()).settings()
        return present(
            {
                "consumer": {**common, **consumer} if self.reads else None,
                "producer": {**common, **producer} if self.writes else None,
            }
        )
