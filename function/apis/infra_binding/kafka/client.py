"""The settings of the clients of a topic."""

from function.apis.infra_binding.direction import Directed
from function.apis.infra_binding.kafka.consumer import Consumer
from function.apis.infra_binding.kafka.producer import Producer
from function.apis.infra_binding.kafka.serialization import SchemaRegistry, Serialization
from function.base.manifest import Manifest, present


class Client(Directed):
    """Settings of clients that every stream of Kafka has."""

    consumer: Consumer | None = None
    """How the application reads the topic."""
    producer: Producer | None = None
    """How the application writes to the topic."""
    schema_registry: SchemaRegistry | None = None
    """Registry of the records' schemas."""
    serialization: Serialization = Serialization()
    """How records are written as bytes."""

    def client(self, name: str) -> Manifest:
        """Return the settings of consumers and producers beside brokers and `properties`, which win."""
        registry = {} if self.schema_registry is None else self.schema_registry.settings()
        common: Manifest = {**registry, **self.serialization.settings()}
        consumer = self.consumer.settings() if self.consumer else {}
        producer = self.producer.settings() if self.producer else {}
        return present(
            {
                "consumer": {**common, **consumer} if self.reads else None,
                "producer": {**common, **producer} if self.writes else None,
            }
        )
