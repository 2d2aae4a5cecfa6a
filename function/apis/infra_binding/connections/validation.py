"""Validation Status: what was checked when this document was written, and what was not."""

from collections.abc import Iterator, Mapping, Sequence

from function.apis.infra_binding.asked import Asked
from function.apis.infra_binding.connections.group import Group
from function.apis.infra_binding.connections.references import named, of_binding
from function.apis.infra_binding.document import changed, unmanaged
from function.apis.infra_binding.entry import Entry
from function.apis.infra_binding.jobs.job import Job
from function.apis.infra_binding.monitors.monitor import Monitor
from function.apis.infra_binding.resolve import Resolved
from function.base.counted import counted
from function.base.manifest import Json
from function.base.markdown import Markdown, code, escaped, fenced, items, table

_CHECKED = (
    "**Schema**: every field that the binding has; an invalid binding has no such document",
    "**References**: every reference to a secret, a component, a process, and another entry names one that exists",
    "**Policy**: the binding was compared with the settings of the platform",
    "**Credentials**: no text of the binding looks like a password, a key, or a token",
)
_CONNECTIONS = "**Connections**: the function connects to no server; the commands of Health Endpoints do"
_NOT_CHECKED = (
    "**Values of secrets**: the function reads no Secret",
    "**Objects of others**: what must exist, see below, is not looked up",
)


def section(resolved: Resolved, groups: Sequence[Group]) -> Iterator[Markdown]:
    """Yield what was checked, what was not, and what nothing creates."""
    yield Markdown("Checked:")
    job = resolved.preflight.job if resolved.preflight is not None else None
    yield items([*map(Markdown, _CHECKED), *([_preflight(job.manifest)] if job is not None else [])])
    yield Markdown("Not checked:")
    yield items(map(Markdown, (*([_CONNECTIONS] if job is None else []), *_NOT_CHECKED)))
    made = len(resolved.objects) + (1 if job is None else 2)
    yield Markdown(f"The binding has {counted(made, 'object')}. Conditions and warnings say whether they are ready:")
    yield fenced([of_binding(resolved, "get", "-o", "jsonpath={.status.conditions}{.status.warnings}")], "bash")
    parts: list[Entry | Job | Monitor | Asked] = [
        *resolved.entries,
        *resolved.jobs,
        *resolved.monitors,
        *resolved.asked,
    ]
    yield from _listed("Without an Object", unmanaged(resolved.spec, parts, resolved.monitors), "Why")
    different = changed(resolved.spec, resolved.entries, resolved.monitors)
    yield from _listed("Not Used Exactly as Written", different, "What is used")


def _preflight(job: Mapping[str, Json]) -> Markdown:
    return Markdown(f"**Connections**: {named(job)} tries them in the cluster; `status.preflight` has its results")


def _listed(heading: str, found: Mapping[str, str], column: str) -> Iterator[Markdown]:
    if found:
        yield Markdown(f"### {heading}")
        yield table(
            ["Part of the binding", column], ([code(path), escaped(why)] for path, why in sorted(found.items()))
        )
