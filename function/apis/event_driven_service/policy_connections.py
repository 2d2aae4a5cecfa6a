"""Connections that a claim opens and the platform does not define."""

from collections.abc import Iterator

from function.apis.event_driven_service.model.service import EventDrivenService
from function.base.problems import Problem, describe, join
from function.platform.config import PlatformConfig


def unknown_connections(spec: EventDrivenService, config: PlatformConfig) -> Iterator[Problem]:
    """Yield a problem for each of them."""
    known = config.network_policy.connections
    for position, name in enumerate(spec.connections):
        if name not in known:
            message = describe(
                f"must be one of [{', '.join(sorted(known))}], the connections of the platform",
                got=f"'{name}'",
                hint="ask the platform team to add it",
            )
            setting = "PlatformConfig.spec.networkPolicy.connections"
            yield Problem(path=join("spec.connections", position), message=message, code="EP481", setting=setting)
