"""The topic to which streams send records that they cannot read."""

from dataclasses import replace

from function.apis.infra_binding.kafka.created import created
from function.apis.infra_binding.kafka.topic_settings import TopicSettings
from function.apis.infra_binding.member import Made, Part
from function.apis.infra_binding.names import fields_digest
from function.base.manifest import Manifest, text_at
from function.base.meta import Meta
from function.manifests import kafka_topic
from function.platform.config import PlatformConfig

DEAD_LETTERS = Part(
    key="deadlettertopic",
    kind=kafka_topic.KIND.kind,
    made="for `error_handling.deserialization.dlq_topic`; kept when the binding is deleted",
    shared=True,
)
_NOTHING = Made()


def dead_letters(topic: str | None, brokers: str, meta: Meta, config: PlatformConfig) -> Made:
    """Return the object of the topic, or why nothing creates it. Several streams may send to one topic.

    So its key identifies the object and not a stream.
    """
    if topic is None:
        return _NOTHING
    made = created("", brokers, TopicSettings(topic=topic), meta, config)
    return replace(made, own=tuple(replace(resource, key=_key(resource.manifest)) for resource in made.own))


def _key(manifest: Manifest) -> str:
    return DEAD_LETTERS.of(fields_digest([text_at(manifest, "metadata", field) for field in ("namespace", "name")]))
