"""The whole document, with all of its sections."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from function.apis.infra_binding.connections import (
    backup,
    connection_strings,
    dapr,
    health,
    monitoring,
    next_steps,
    performance,
    security,
    service_endpoints,
    validation,
)
from function.apis.infra_binding.connections.group import Group, groups
from function.apis.infra_binding.resolve import Resolved
from function.base.markdown import Markdown, code, escaped

TITLE = Markdown("# Infrastructure Connections & Endpoints")
_Section = Callable[[Resolved, Sequence[Group]], Iterator[Markdown]]
SECTIONS: Mapping[str, tuple[_Section, str]] = {
    "Service Endpoints": (service_endpoints.section, "The binding names no server."),
    "Dapr Components Configuration": (dapr.section, "The binding does not use Dapr."),
    "Connection Strings": (connection_strings.section, ""),
    "Health Endpoints": (health.section, ""),
    "Monitoring & Observability": (monitoring.section, ""),
    "Security Configuration": (security.section, ""),
    "Backup & Recovery": (backup.section, ""),
    "Performance Baselines": (performance.section, ""),
    "Next Steps for Production": (next_steps.section, ""),
    "Validation Status": (validation.section, ""),
}
"""The sections by their headings, each with what it says if there is nothing in it."""


def markdown(resolved: Resolved) -> str:
    """Return the document: equal bindings give equal bytes, and no secret value is in it."""
    found, identity = groups(resolved), resolved.identity
    parts = [
        TITLE,
        Markdown(
            f"InfraBinding {code(f'{identity.namespace}/{identity.name}')}, environment "
            f"{code(resolved.spec.environment)}. Generated from the binding and the settings of the platform; changes "
            "to this document are lost."
        ),
    ]
    if resolved.spec.description:
        parts.append(Markdown(f"Description: {escaped(resolved.spec.description)}"))
    for heading, (section, empty) in SECTIONS.items():
        parts += [Markdown(f"## {heading}"), *(list(section(resolved, found)) or [Markdown(empty)])]
    return "\n\n".join(parts) + "\n"
