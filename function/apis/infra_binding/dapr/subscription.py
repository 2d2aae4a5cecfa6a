"""Subscriptions of applications to topics of a message broker."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Annotated

from function.apis.infra_binding.bound_secret import BoundSecret
from function.apis.infra_binding.dapr.app_id import AppIds
from function.apis.infra_binding.dapr.scoped import unscoped
from function.apis.infra_binding.dapr.switched_off import SWITCHED_OFF
from function.apis.infra_binding.member import Made, Member, Part
from function.apis.infra_binding.names import bound_name
from function.base.condition import WORKLOAD_AVAILABLE
from function.base.meta import Meta
from function.base.problems import Problem
from function.base.text import Text
from function.base.types import DnsLabel, UrlPath
from function.delivery.resource import Resource
from function.manifests import dapr_subscription
from function.platform.config import PlatformConfig

SUBSCRIPTION = Part(
    key="daprsubscription",
    kind=dapr_subscription.KIND.kind,
    made="for each entry of `dapr.subscriptions`, with `PlatformConfig.spec.dapr.enabled`",
)
TopicName = Annotated[
    str,
    Text(
        "^[-._/a-zA-Z0-9]+$",
        meaning="letters, digits, and any of - . _ /",
        example="learning.events",
        max_length=249,
    ),
]


class Subscription(Member):
    """Messages of a topic, which the sidecars of applications deliver."""

    singular = "subscription"
    makes = (SUBSCRIPTION,)

    pubsub: DnsLabel
    """Component of `dapr.components` that has the topic. Its type begins with pubsub."""
    topic: TopicName
    """Name of the topic."""
    route: UrlPath
    """Path of the application to which messages are sent."""
    dead_letter_topic: TopicName | None = None
    """Topic for messages that an application does not accept: after the first failure, unless `resiliency` has a retry
    for `inbound` of the component. Default: none; the component delivers such a message again or not, as it is set."""
    scopes: AppIds = []
    """IDs of the applications that get the messages. Default: all of the namespace."""

    def physical(self, name: str, secrets: Mapping[str, BoundSecret]) -> str:
        """Return the topic."""
        return self.topic

    def identities(self) -> Iterable[tuple[str, ...]]:
        """Return nothing: several applications may get the messages of a topic."""
        return ()

    def made(self, name: str, meta: Meta, config: PlatformConfig, secrets: Mapping[str, BoundSecret]) -> Made:
        """Return the Subscription."""
        if not config.dapr.enabled:
            return Made(unmanaged=SWITCHED_OFF)
        manifest = dapr_subscription.manifest(
            meta,
            name=bound_name(meta.name, name),
            spec={
                "pubsubname": self.pubsub,
                "topic": self.topic,
                "routes": {"default": self.route},
                "deadLetterTopic": self.dead_letter_topic,
            },
            scopes=self.scopes,
        )
        return Made(own=(Resource(SUBSCRIPTION.of(name), manifest, about=WORKLOAD_AVAILABLE),))

    def problems(self, path: str, namespace: str, config: PlatformConfig) -> Iterator[Problem]:
        """Yield a problem if the platform requires scopes and there are none."""
        yield from unscoped(path, self.scopes, config)
