"""What the status says about each logical name, and about the sections."""

from collections.abc import Iterator, Mapping, Sequence

from function.apis.infra_binding.asked import Asked
from function.apis.infra_binding.deployment import described as deployment
from function.apis.infra_binding.entry import Entry
from function.apis.infra_binding.infrastructure.described import unmanaged
from function.apis.infra_binding.jobs.job import Job
from function.apis.infra_binding.monitors.monitor import Monitor
from function.apis.infra_binding.resolve import Resolved
from function.apis.infra_binding.status import ownership
from function.apis.infra_binding.terraform.workspace import has_workspace
from function.base.manifest import Json
from function.status.observation import Observation

_INFRASTRUCTURE = "infrastructure"


def bindings(resolved: Resolved, observations: Mapping[str, Observation]) -> list[Mapping[str, Json]]:
    """Return what the status says about entries and processes; `observations` are the composed resources by key."""
    return [
        *(_binding(entry, observations) for entry in resolved.entries),
        *(_binding(job, observations) for job in resolved.jobs),
        *(_binding(monitor, observations) for monitor in resolved.monitors),
        *(_binding(pods, observations) for pods in resolved.asked),
    ]


def _binding(entry: Entry | Job | Monitor | Asked, observations: Mapping[str, Observation]) -> dict[str, Json]:
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
    asked = found.pop(_INFRASTRUCTURE, [])
    counted: list[Json] = [
        {
            "name": name,
            "entries": len(items),
            "managed": sum(item["managed"] is True for item in items),
            "ready": sum(item["ready"] is True for item in items),
        }
        for name, items in found.items()
    ]
    return [*counted, *_deployment(resolved), *_infrastructure(resolved, asked)]


def _deployment(resolved: Resolved) -> Iterator[Json]:
    """Yield the section, if something is created for none of its fields."""
    lines = deployment.unmanaged(resolved.spec.deployment) if resolved.spec.deployment is not None else {}
    if lines:
        entries = len({path.split(".")[1] for path in lines})
        reasons = list(dict.fromkeys(lines.values()))
        yield {"name": "deployment", "entries": entries, "managed": 0, "ready": 0, "reason": "; ".join(reasons)}


def _infrastructure(resolved: Resolved, asked: Sequence[Mapping[str, Json]]) -> Iterator[Json]:
    """Yield the section whose fields have no objects, but for the module if there is a Workspace."""
    section, workspace = resolved.spec.infrastructure, has_workspace(resolved.asked)
    lines = unmanaged(section, workspace=workspace) if section is not None else {}
    if lines or asked:
        entries = {path.split(".")[1] for path in lines} | {str(item["name"]).split(".")[1] for item in asked}
        reasons = list(dict.fromkeys(lines.values()))
        counts: dict[str, Json] = {
            "entries": len(entries),
            "managed": sum(item["managed"] is True for item in asked),
            "ready": sum(item["ready"] is True for item in asked),
        }
        yield {"name": _INFRASTRUCTURE, **counts, **({"reason": "; ".join(reasons)} if reasons else {})}
