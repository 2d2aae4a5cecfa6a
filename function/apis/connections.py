"""Connections that a claim opens and the platform does not define."""

from collections.abc import Iterator, Sequence

from function.base.problems import Problem, describe, join
from function.platform.config import PlatformConfig


def unknown(path: str, names: Sequence[str], config: PlatformConfig) -> Iterator[Problem]:
    """Yield a problem for each such name in the list at `path`."""
    known = config.network_policy.connections
    for position, name in enumerate(names):
        if name not in known:
            message = describe(
                f"must be one of [{', '.join(sorted(known))}], the connections of the platform",
                got=f"'{name}'",
                hint="ask the platform team to add it",
            )
            setting = "PlatformConfig.spec.networkPolicy.connections"
            yield Problem(path=join(path, position), message=message, code="EP481", setting=setting)
