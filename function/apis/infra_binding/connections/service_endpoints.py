"""Service Endpoints: which servers the binding uses, and what of each."""

from collections.abc import Iterator, Sequence

from function.apis.infra_binding.connections import dapr
from function.apis.infra_binding.connections.group import Group
from function.apis.infra_binding.connections.references import named
from function.apis.infra_binding.endpoints.place import service
from function.apis.infra_binding.entry import Entry
from function.apis.infra_binding.resolve import Resolved
from function.base.markdown import ABSENT, Markdown, bullets, code, joined, records

_MUST_EXIST = Markdown("must exist")


def section(resolved: Resolved, groups: Sequence[Group]) -> Iterator[Markdown]:
    """Yield a part for each server, for the sidecars of Dapr, and for the processes."""
    for group in groups:
        yield group.heading
        yield bullets(_facts(group, resolved.identity.namespace))
        rows = [
            {"Entry": code(entry.path), **endpoint.uses, "Object": _object(entry)}
            for entry, endpoint in group.users
            if endpoint.uses
        ]
        if rows:
            yield records(rows)
    yield from dapr.endpoints(resolved)
    yield from _processes(resolved)


def _facts(group: Group, namespace: str) -> dict[str, Markdown]:
    found: dict[str, Markdown] = {"Address": group.where}
    place = service(group.address, namespace) if group.hidden is None else None
    if place is not None:
        found["Namespace"] = code(place.namespace)
    facts = [endpoint.facts for endpoint in group.endpoints]
    for label in dict.fromkeys(label for one in facts for label in one):
        found[label] = joined(dict.fromkeys(one[label] for one in facts if label in one), "; or ")
    return {**found, "Used by": joined(code(entry.path) for entry, _ in group.users)}


def _object(entry: Entry) -> Markdown:
    made = entry.made
    return named(made.own[0].manifest) if made.own and made.unmanaged is None else _MUST_EXIST


def _processes(resolved: Resolved) -> Iterator[Markdown]:
    rows = [
        {
            "Process": code(job.name),
            "Object": named(job.made.own[0].manifest) if job.made.own else Markdown("none"),
            "REST API and web interface": code(f"{job.physical}-rest:8081") if job.made.own else ABSENT,
        }
        for job in resolved.jobs
    ]
    if rows:
        yield Markdown("### Processes (Flink)")
        yield records(rows)
