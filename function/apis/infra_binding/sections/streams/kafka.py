"""A Kafka topic as a stream."""

from function.apis.infra_binding.kafka.topic import KafkaTopic
from function.apis.infra_binding.member import Part
from function.apis.infra_binding.sections.streams._section import Stream
from function.manifests import kafka_topic


class Model(KafkaTopic, Stream):
    """A topic of a Kafka cluster."""

    makes = (
        Part(
            key=Stream.singular,
            kind=kafka_topic.KIND.kind,
            made="for streams of type kafka whose cluster is known; kept when the binding is deleted",
        ),
    )
