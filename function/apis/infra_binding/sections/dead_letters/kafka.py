"""A Kafka topic for events that cannot be processed."""

from function.apis.infra_binding.kafka.topic import KafkaTopic
from function.apis.infra_binding.l5 import Properties
from function.apis.infra_binding.member import Part
from function.apis.infra_binding.sections.dead_letters._section import DeadLetter
from function.manifests import kafka_topic, provider_kafka_topic


class Model(KafkaTopic, DeadLetter):
    """A topic of a Kafka cluster."""

    makes = (
        Part(
            key=DeadLetter.singular,
            kind=kafka_topic.KIND.kind,
            made="for dead letters of type kafka whose cluster is known; kept when the binding is deleted",
        ),
        Part(
            key=DeadLetter.singular,
            kind=provider_kafka_topic.KIND.kind,
            made="for dead letters of type kafka with provider-kafka; kept when the binding is deleted",
        ),
    )

    properties: Properties = {}
    """Client properties. Refer to secrets as secret://name/key."""
