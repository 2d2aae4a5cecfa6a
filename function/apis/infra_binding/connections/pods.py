"""The pods about whose CPU and memory the binding says something."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from function.apis.infra_binding.connections.dapr import applications
from function.apis.infra_binding.connections.group import Group
from function.apis.infra_binding.endpoints.usage import Usage
from function.apis.infra_binding.resolve import Resolved
from function.base.markdown import Markdown, code


class Pods(NamedTuple):
    """Equal pods, and whose they are."""

    whose: Markdown
    usage: Usage


def pods(resolved: Resolved, groups: Sequence[Group]) -> Iterator[Pods]:
    """Yield the pods of servers that the binding creates, of its jobs, and one sidecar for each application."""
    for entry, endpoint in (user for group in groups for user in group.users):
        yield from (Pods(Markdown(f"{code(entry.path)}: {usage.what}"), usage) for usage in endpoint.usage)
    for job in resolved.jobs:
        if job.made.own:
            yield from (Pods(Markdown(f"{code(job.path)}: {usage.what}"), usage) for usage in job.usage)
    yield from _sidecars(resolved)


def _sidecars(resolved: Resolved) -> Iterator[Pods]:
    dapr = resolved.spec.dapr
    if dapr is None or dapr.sidecar is None:
        return
    requests, limits = (side.amounts() for side in (dapr.sidecar.requests, dapr.sidecar.limits))
    usage = Usage(
        what="one sidecar for each application",
        number=len(applications(dapr)),
        cpu=requests.get("cpu"),
        memory=requests.get("memory"),
        cpu_limit=limits.get("cpu"),
        memory_limit=limits.get("memory"),
    )
    yield Pods(Markdown(f"{code('dapr.sidecar')}: {usage.what}"), usage)
