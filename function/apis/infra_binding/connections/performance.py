"""Performance Baselines: connections and concurrency of clients, and the resources that pods request."""

from collections.abc import Iterator, Sequence

from function.apis.infra_binding.connections.group import Group
from function.apis.infra_binding.connections.pods import pods
from function.apis.infra_binding.endpoints.usage import total
from function.apis.infra_binding.resolve import Resolved
from function.base.markdown import Markdown, code, records

_NO_POOLS = Markdown("The binding says nothing about connections and concurrency; the defaults of the clients apply.")
_NO_PODS = Markdown("The binding creates no pods, so it requests nothing.")
_MEASURE = Markdown(
    "These are the requests of the objects, for the number of pods without autoscaling. They are not measured: compare "
    "them with `kubectl top pods`."
)


def section(resolved: Resolved, groups: Sequence[Group]) -> Iterator[Markdown]:
    """Yield pools, parallelism, and the sum of the requests."""
    yield Markdown("### Connection Pools and Concurrency")
    rows = [
        {"Entry": code(entry.path), "Service": Markdown(group.service), **endpoint.pool}
        for group in groups
        for entry, endpoint in group.users
        if endpoint.pool
    ]
    yield records(rows) if rows else _NO_POOLS
    yield Markdown("### Resource Usage (Expected)")
    yield from _usage(resolved, groups)


def _usage(resolved: Resolved, groups: Sequence[Group]) -> Iterator[Markdown]:
    found = list(pods(resolved, groups))
    if not found:
        yield _NO_PODS
        return
    rows = [
        {"Pods": row.whose, "Number": Markdown(str(of.pods)), "CPU": code(of.cpu), "Memory": code(of.memory)}
        for row in found
        for of in [total([row.usage])]
    ]
    everything = total(row.usage for row in found)
    yield records(
        [
            *rows,
            {
                "Pods": Markdown("**Total**"),
                "Number": Markdown(str(everything.pods)),
                "CPU": code(everything.cpu),
                "Memory": code(everything.memory),
            },
        ]
    )
    yield _MEASURE
