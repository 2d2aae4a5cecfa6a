"""A Kafka topic for events that cannot be processed."""

from collections.abc import Iterator, Mapping

from function.apis.infra_binding.bound_secret import BoundSecret
from function.apis.infra_binding.endpoints.endpoint import Endpoint
from function.apis.infra_binding.inquiry import Inquiry
from function.apis.infra_binding.kafka.inquiries import Use, inquiries
from function.apis.infra_binding.kafka.topic import KafkaTopic, parts
from function.apis.infra_binding.l5 import Properties
from function.apis.infra_binding.sections.dead_letters._section import DeadLetter
from function.base.meta import Meta
from function.platform.preflight import CHECK


class Model(KafkaTopic, DeadLetter):
    """A topic of a Kafka cluster."""

    makes = parts(DeadLetter.singular, "dead letters")

    properties: Properties = {}
    """Client properties. Refer to secrets as secret://name/key."""

    def inquiries(self, name: str, check: CHECK, secrets: Mapping[str, BoundSecret]) -> Iterator[Inquiry]:
        """Yield what is asked about the topic."""
        use = Use(settings=self.settings(), brokers=self.brokers, properties=self.properties, writes=True)
        yield from inquiries(use, check, secrets)

    def endpoint(self, name: str, meta: Meta, secrets: Mapping[str, BoundSecret]) -> Endpoint:
        """Return the brokers and the topic."""
        return self.reached(self.properties, meta, secrets)
