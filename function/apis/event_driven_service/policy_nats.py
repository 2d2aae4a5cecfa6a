"""What the platform lets services read on NATS."""

from collections.abc import Iterator

from function.apis.breach import breach
from function.base.problems import Problem, describe, join
from function.platform.config import PlatformConfig
from function.platform.policy_streams import within


def nats_breaches(
    path: str, *, stream: str, account: str | None, endpoint: str | None, namespace: str, config: PlatformConfig
) -> Iterator[Problem]:
    """Yield what a claim of `namespace` may not name at `path`; None stands for the platform's own."""
    bounds = config.policy.nats
    if not within(bounds.streams, namespace, stream):
        yield breach(
            join(path, "stream"), describe(f"not a stream of namespace {namespace}", got=f"'{stream}'"), "nats.streams"
        )
    if account not in (None, config.nats.account, *_any(bounds.accounts, account)):
        yield breach(join(path, "account"), describe("another account", got=f"'{account}'"), "nats.accounts")
    if endpoint not in (None, config.monitoring_endpoint, *_any(bounds.monitoring_endpoints, endpoint)):
        yield breach(
            join(path, "monitoringEndpoint"), "another endpoint than the platform's", "nats.monitoringEndpoints"
        )


def _any(allowed: list[str] | None, asked: str | None) -> list[str | None]:
    """Return what is allowed; without a bound that is what was asked for."""
    return [asked] if allowed is None else [*allowed]
