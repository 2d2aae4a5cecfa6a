"""Steps to production that several types of servers have in common."""

from collections.abc import Iterator

from function.apis.infra_binding.endpoints.endpoint import Step
from function.base.markdown import Markdown

ENCRYPT = Step("Security", Markdown("connections are not encrypted: use TLS"))
LOG_IN = Step("Security", Markdown("clients do not log in: require a user, and refer to its password as a secret"))


def of_access(*, encrypted: bool | None, logs_in: bool) -> Iterator[Step]:
    """Yield what is missing for safe connections; None for what nobody knows."""
    if encrypted is False:
        yield ENCRYPT
    if not logs_in:
        yield LOG_IN
