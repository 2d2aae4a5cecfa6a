"""The model of the section `dapr`."""

from collections.abc import Iterator
from typing import Annotated

from pydantic import Field

from function.apis.infra_binding.dapr.components import COMPONENT, AnyComponent
from function.apis.infra_binding.dapr.configuration import CONFIGURATION, Configuration
from function.apis.infra_binding.dapr.invocation import Invocation
from function.apis.infra_binding.dapr.resiliency.resiliency import RESILIENCY, Resiliency
from function.apis.infra_binding.dapr.sidecar import Sidecar
from function.apis.infra_binding.dapr.subscription import SUBSCRIPTION, Subscription
from function.apis.infra_binding.l5 import Binding
from function.apis.infra_binding.member import Member
from function.apis.infra_binding.named import got
from function.base.rule import Rule
from function.base.types import DnsLabel, LogicalName

PARTS = (COMPONENT, SUBSCRIPTION, CONFIGURATION, RESILIENCY)
"""The kinds of objects of the section."""
_NAMED = ("components", "subscriptions")
"""The fields that have entries by name."""
_SINGLE = ("configuration", "invocation", "resiliency", "sidecar")
"""The fields that are entries themselves."""
_BROKER = "pubsub."


def _without_broker(dapr: "Dapr") -> Iterator[tuple[str, str]]:
    brokers = [name for name, component in dapr.components.items() if component.type.startswith(_BROKER)]
    for name, subscription in dapr.subscriptions.items():
        if subscription.pubsub not in brokers:
            yield f"subscriptions.{name}.pubsub", got(subscription.pubsub, brokers)


def _without_component(dapr: "Dapr") -> Iterator[tuple[str, str]]:
    for name in dapr.resiliency.targets.components if dapr.resiliency else ():
        if name not in dapr.components:
            yield f"resiliency.targets.components.{name}", got(name, dapr.components)


class Dapr(Binding):
    """Components of Dapr, and how applications use them."""

    rules = (
        Rule(
            cel="!has(self.subscriptions) || self.subscriptions.all(name, !has(self.subscriptions[name].pubsub) || "
            "self.subscriptions[name].pubsub.contains('${') || "
            "(has(self.components) && self.subscriptions[name].pubsub in self.components && "
            f"self.components[self.subscriptions[name].pubsub].type.startsWith('{_BROKER}')))",
            message="a subscription must name a message broker of spec.dapr.components",
            field="subscriptions",
            holds=lambda dapr: not list(_without_broker(dapr)),
            places=_without_broker,
            code="EP487",
        ),
        Rule(
            cel="!has(self.resiliency) || !has(self.resiliency.targets) || !has(self.resiliency.targets.components) || "
            "self.resiliency.targets.components.all(name, has(self.components) && name in self.components)",
            message="a target must be a component of spec.dapr.components",
            field="resiliency",
            holds=lambda dapr: not list(_without_component(dapr)),
            places=_without_component,
            code="EP487",
        ),
    )

    components: Annotated[dict[DnsLabel, AnyComponent], Field(max_length=16)] = {}
    """State stores and message brokers, by the names that applications use."""
    subscriptions: Annotated[dict[LogicalName, Subscription], Field(max_length=32)] = {}
    """Messages that sidecars deliver to applications, by logical name."""
    invocation: Invocation | None = None
    """Applications that others call through Dapr."""
    configuration: Configuration | None = None
    """How the sidecars work whose pods refer to it. Default: as the cluster's Dapr is configured."""
    resiliency: Resiliency | None = None
    """What sidecars do about calls that fail. Default: as Dapr does by itself."""
    sidecar: Sidecar | None = None
    """What sidecars may use, and which processes have one. Default: none."""

    def members(self) -> Iterator[tuple[str, str, Member]]:
        """Yield section, name and entry: names sorted."""
        for field in _NAMED:
            for name, member in sorted(getattr(self, field).items()):
                yield f"dapr.{field}", name, member
        for field in _SINGLE:
            found = getattr(self, field)
            if found is not None:
                yield "dapr", field, found
