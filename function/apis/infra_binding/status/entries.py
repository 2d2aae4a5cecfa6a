"""What the status says about each logical name, and about the sections."""

from collections.abc import Iterator, Mapping, Sequence

from function.apis.infra_binding.deployment import described as deployment
from function.apis.infra_binding.entry import Entry
from function.apis.infra_binding.infrastructure import described as infrastructure
from function.apis.infra_binding.isolation.isolated import Isolated
from function.apis.infra_binding.jobs.job import Job
from function.apis.infra_binding.monitors.monitor import Monitor
from function.apis.infra_binding.resolve import Resolved
from function.apis.infra_binding.status import ownership
from function.base.manifest import Json
from function.status.observation import Observation


def bindings(resolved: Resolved, observations: Mapping[str, Observation]) -> list[Mapping[str, Json]]:
    """Return what the status says about entries and processes; `observations` are the composed resources by key."""
    return [
        *(_binding(entry, observations) for entry in resolved.entries),
        *(_binding(job, observations) for job in resolved.jobs),
        *(_binding(monitor, observations) for monitor in resolved.monitors),
        *(_binding(pods, observations) for pods in resolved.isolated),
    ]


def _binding(entry: Entry | Job | Monitor | Isolated, observations: Mapping[str, Observation]) -> dict[str, Json]:
    made = entry.made
    found = [observations[resource.key] for resource in (*made.own, *made.shared) if resource.key in observations]
    whose = [ownership.whose(observation) for observation in found]
    managed = made.unmanaged is None and whose[0] is None
    return {
        "name": entry.path,
        "managed": managed,
        "ready": all(observation.ready for observation in found) if managed else None,
        "physical": entry.physical,
        "reason": made.unmanaged or next(filter(None, whose), None),
    }


def sections(resolved: Resolved, bindings: Sequence[Mapping[str, Json]]) -> list[Json]:
    """Return the number of entries of each section, in the order of these bindings."""
    found: dict[str, list[Mapping[str, Json]]] = {}
    for item in bindings:
        found.setdefault(str(item["name"]).partition(".")[0], []).append(item)
    counted: list[Json] = [
        {
            "name": name,
            "entries": len(items),
            "managed": sum(item["managed"] is True for item in items),
            "ready": sum(item["ready"] is True for item in items),
        }
        for name, items in found.items()
    ]
    return [*counted, *_without_entries(resolved)]


def _without_entries(resolved: Resolved) -> Iterator[Json]:
    """Yield the sections that have no entries, of each with why nothing is created for its fields."""
    spec = resolved.spec
    found = {
        "deployment": deployment.unmanaged(spec.deployment) if spec.deployment is not None else {},
        "infrastructure": infrastructure.unmanaged(spec.infrastructure) if spec.infrastructure is not None else {},
    }
    for name, lines in found.items():
        if lines:
            entries = len({path.split(".")[1] for path in lines})
            reasons = list(dict.fromkeys(lines.values()))
            yield {"name": name, "entries": entries, "managed": 0, "ready": 0, "reason": "; ".join(reasons)}
