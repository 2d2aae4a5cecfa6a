"""What services may read on NATS."""

from collections.abc import Iterator

from function.apis.breach import breach
from function.base.problems import Problem, describe, join
from function.platform.config import PlatformConfig
from function.platform.policy_streams import within


def nats_breaches(
    path: str, *, stream: str, account: str | None, endpoint: str | None, namespace: str, config: PlatformConfig
) -> Iterator[Problem]:
    """Yield what a claim of `namespace` may not use at `path`; None means the platform's setting."""
    bounds = config.policy.nats
    if not within(bounds.streams, namespace, stream):
        yield breach(
            join(path, "stream"), describe(f"not a stream of namespace {namespace}", got=f"'{stream}'"), "nats.streams"
        )
    if account not in (None, config.nats.account, *_any(bounds.accounts, account)):
        what = describe("differs from the platform's account", got=f"'{account}'")
        yield breach(join(path, "account"), what, "nats.accounts")
    if endpoint not in (None, config.monitoring_endpoint, *_any(bounds.monitoring_endpoints, endpoint)):
        yield breach(
            join(path, "monitoringEndpoint"), "differs from the platform's endpoint", "nats.monitoringEndpoints"
        )


def _any(allowed: list[str] | None, asked: str | None) -> list[str | None]:
    """Return what is allowed; without a limit, everything that was requested is."""
    return [asked] if allowed is None else [*allowed]
