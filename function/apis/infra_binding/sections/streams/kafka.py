"""A Kafka topic as a stream."""

from function.apis.infra_binding.kafka.topic import KafkaTopic
from function.apis.infra_binding.sections.streams._section import Stream
from function.manifests import kafka_topic


class Model(KafkaTopic, Stream):
    """A topic of a Kafka cluster."""

    makes = (
        (kafka_topic.KIND.kind, "for streams of type kafka whose cluster is known; kept when the binding is deleted"),
    )
