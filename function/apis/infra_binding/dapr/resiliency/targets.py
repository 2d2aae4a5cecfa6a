"""The calls to which policies apply."""

from collections.abc import Iterator
from typing import Annotated

from pydantic import Field

from function.apis.infra_binding.dapr.app_id import AppId
from function.apis.infra_binding.dapr.resiliency.policies import PolicyName
from function.apis.infra_binding.l5 import Binding
from function.base.manifest import Manifest, present
from function.base.types import DnsLabel

FIELDS = {"timeout": "timeouts", "retry": "retries", "circuit_breaker": "circuit_breakers"}
"""The fields of a target that name a policy, and the fields of `resiliency` that have these policies."""


class Applied(Binding):
    """The policies for some calls."""

    timeout: PolicyName | None = None
    """Entry of `timeouts`. Default: none."""
    retry: PolicyName | None = None
    """Entry of `retries`. Default: Dapr's own."""
    circuit_breaker: PolicyName | None = None
    """Entry of `circuit_breakers`. Default: none."""

    def settings(self) -> Manifest:
        """Return the names of the policies under Dapr's names."""
        return present({"timeout": self.timeout, "retry": self.retry, "circuitBreaker": self.circuit_breaker})

    def names(self) -> Iterator[tuple[str, str]]:
        """Yield each field that names a policy, and the name."""
        for field in FIELDS:
            name = getattr(self, field)
            if name is not None:
                yield field, name


class ComponentTarget(Binding):
    """The policies for calls to a component and from it."""

    inbound: Applied = Applied()
    """Messages that the component delivers to the application."""
    outbound: Applied = Applied()
    """Calls of the component."""


class Targets(Binding):
    """The calls to which policies apply."""

    components: Annotated[dict[DnsLabel, ComponentTarget], Field(max_length=16)] = {}
    """Components of `dapr.components`."""
    apps: Annotated[dict[AppId, Applied], Field(max_length=16)] = {}
    """Applications, by their IDs."""

    def settings(self) -> Manifest:
        """Return the targets under Dapr's names."""
        return {
            "components": {
                name: present({"inbound": target.inbound.settings(), "outbound": target.outbound.settings()})
                for name, target in sorted(self.components.items())
            },
            "apps": {name: target.settings() for name, target in sorted(self.apps.items())},
        }

    def names(self) -> Iterator[tuple[str, str, str]]:
        """Yield the path of each name of a policy, the field, and the name."""
        for app, target in self.apps.items():
            yield from ((f"apps.{app}.{field}", field, name) for field, name in target.names())
        for component, both in self.components.items():
            for side, applied in (("inbound", both.inbound), ("outbound", both.outbound)):
                yield from ((f"components.{component}.{side}.{field}", field, name) for field, name in applied.names())
