"""A Kafka topic for events that cannot be processed."""

from function.apis.infra_binding.kafka.topic import KafkaTopic, parts
from function.apis.infra_binding.l5 import Properties
from function.apis.infra_binding.sections.dead_letters._section import DeadLetter


class Model(KafkaTopic, DeadLetter):
    """A topic of a Kafka cluster."""

    makes = parts(DeadLetter.singular, "dead letters")

    properties: Properties = {}
    """Client properties. Refer to secrets as secret://name/key."""
