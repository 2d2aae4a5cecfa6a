"""What only some applications of a namespace may use."""

from collections.abc import Iterator, Sequence

from function.base.problems import Problem, describe, join
from function.platform.config import PlatformConfig


def unscoped(path: str, scopes: Sequence[str], config: PlatformConfig) -> Iterator[Problem]:
    """Yield a problem if no application is listed and the platform requires it."""
    if not scopes and config.policy.dapr.require_scopes:
        message = describe(
            "required by PlatformConfig.spec.policy.dapr.requireScopes: without it, every application of the namespace "
            "has access",
            hint="list the IDs of the applications that may use it",
        )
        yield Problem(path=join(path, "scopes"), message=message, code="EP486")
