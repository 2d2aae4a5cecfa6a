"""The model of `dapr.resiliency`."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Annotated

from pydantic import Field

from function.apis.infra_binding.bound_secret import BoundSecret
from function.apis.infra_binding.dapr.app_id import AppIds
from function.apis.infra_binding.dapr.resiliency.policies import CircuitBreaker, PolicyName, Retry
from function.apis.infra_binding.dapr.resiliency.targets import FIELDS, Targets
from function.apis.infra_binding.dapr.switched_off import SWITCHED_OFF
from function.apis.infra_binding.member import Made, Member, Part
from function.apis.infra_binding.named import got
from function.apis.infra_binding.names import bound_name
from function.apis.infra_binding.units import Duration, go_duration
from function.base.condition import WORKLOAD_AVAILABLE
from function.base.meta import Meta
from function.base.rule import Rule
from function.delivery.resource import Resource
from function.manifests import dapr_resiliency
from function.platform.config import PlatformConfig

RESILIENCY = Part(
    key="daprresiliency",
    kind=dapr_resiliency.KIND.kind,
    made="with `dapr.resiliency` and `PlatformConfig.spec.dapr.enabled`",
)


def _known(target: str) -> str:
    """Return the expression that each policy of a target exists."""
    conditions = (
        f"(!has({target}.{field}) || {target}.{field}.contains('${{') || "
        f"(has(self.{policies}) && {target}.{field} in self.{policies}))"
        for field, policies in FIELDS.items()
    )
    return " && ".join(conditions)


def _unknown(resiliency: "Resiliency") -> Iterator[tuple[str, str]]:
    for path, field, name in resiliency.targets.names():
        policies = getattr(resiliency, FIELDS[field])
        if name not in policies:
            yield f"targets.{path}", got(name, policies)


_SIDES = " && ".join(
    f"(!has(self.targets.components[name].{side}) || ({_known(f'self.targets.components[name].{side}')}))"
    for side in ("inbound", "outbound")
)


class Resiliency(Member):
    """What sidecars do about calls that fail."""

    singular = "resiliency"
    makes = (RESILIENCY,)
    rules = (
        Rule(
            cel="!has(self.targets) || ("
            f"(!has(self.targets.apps) || self.targets.apps.all(name, {_known('self.targets.apps[name]')})) && "
            f"(!has(self.targets.components) || self.targets.components.all(name, {_SIDES})))",
            message="a target must name a policy of spec.dapr.resiliency",
            field="targets",
            holds=lambda resiliency: not list(_unknown(resiliency)),
            places=_unknown,
            code="EP487",
        ),
    )

    timeouts: Annotated[dict[PolicyName, Duration], Field(max_length=16)] = {}
    """Times after which calls fail, by name."""
    retries: Annotated[dict[PolicyName, Retry], Field(max_length=16)] = {}
    """How calls are repeated, by name."""
    circuit_breakers: Annotated[dict[PolicyName, CircuitBreaker], Field(max_length=16)] = {}
    """When calls stop, by name."""
    targets: Targets = Targets()
    """The calls to which these policies apply."""
    scopes: AppIds = []
    """IDs of the applications whose calls these policies cover. Default: all of the namespace."""

    def physical(self, name: str, secrets: Mapping[str, BoundSecret]) -> str:
        """Return the number of policies."""
        return f"{len(self.timeouts) + len(self.retries) + len(self.circuit_breakers)} policies"

    def identities(self) -> Iterable[tuple[str, ...]]:
        """Return nothing."""
        return ()

    def made(self, name: str, meta: Meta, config: PlatformConfig, secrets: Mapping[str, BoundSecret]) -> Made:
        """Return the Resiliency."""
        if not config.dapr.enabled:
            return Made(unmanaged=SWITCHED_OFF)
        breakers = {name: breaker.settings() for name, breaker in sorted(self.circuit_breakers.items())}
        manifest = dapr_resiliency.manifest(
            meta,
            name=bound_name(meta.name, name),
            policies={
                "timeouts": {name: go_duration(time) for name, time in sorted(self.timeouts.items())},
                "retries": {name: retry.settings() for name, retry in sorted(self.retries.items())},
                "circuitBreakers": breakers,
            },
            targets=self.targets.settings(),
            scopes=self.scopes,
        )
        return Made(own=(Resource(RESILIENCY.of(name), manifest, about=WORKLOAD_AVAILABLE),))
