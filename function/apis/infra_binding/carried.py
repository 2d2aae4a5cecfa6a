"""Sections of L5 that a binding may contain although nothing is created for them yet."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Annotated, Any

from function.base.marks import MayHoldSecret
from function.base.model import Spec
from function.base.suggestion import closest_match

NOT_SUPPORTED = "nothing is created for this section yet; the document contains it as it is"
"""Why the entries of such a section have no object."""
DECIDES = "it decides whether processes run as Flink jobs; no object is needed"
"""Why fields that are read, and not only carried, have no object."""
UNKNOWN = "unknown field; the document contains it as it is"
"""The note about a field that L5 does not have."""


@dataclass(frozen=True)
class _AsItIs:
    """Marks a section that the document contains as the user wrote it, with references in place of secrets."""


Carried = Annotated[dict[str, Any], MayHoldSecret(), _AsItIs()]
"""A section with any content."""


_KNOWN: Mapping[str, tuple[str, ...]] = {
    "deployment": (
        *("type", "namespace", "service_account", "pod_template", "scaling", "resources", "ci_cd", "mode"),
        *("queue", "application", "application_master", "container", "yarn_settings", "kerberos"),
        *("job_manager", "cluster", "ha"),
    ),
}
"""The fields that L5 has directly below these sections; the other sections have names of the user's choice there."""


_READ = {"deployment": ("namespace", "type")}


def reason(section: str, name: str) -> str:
    """Return why no object is created for a field of such a section."""
    return DECIDES if name in _READ.get(section, ()) else NOT_SUPPORTED


def unknown_fields(section: str, content: Mapping[str, Any]) -> Iterator[tuple[str, str | None]]:
    """Yield each field that L5 does not have there, sorted, and the known field that is similar, if there is one."""
    known = _KNOWN.get(section)
    for name in sorted(content):
        if known is not None and name not in known:
            yield name, closest_match(name, known)


def carried(binding: Spec) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Yield the name and content of each such section that is not empty, in the order of the fields."""
    for name, info in type(binding).model_fields.items():
        content = getattr(binding, name)
        if content and any(isinstance(mark, _AsItIs) for mark in info.metadata):
            yield name, content
