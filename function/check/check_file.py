"""Checks a loaded file and returns the findings about it."""

from typing import NamedTuple

from function.apis.links import Links
from function.base.manifest import text_at
from function.base.request import Fetch
from function.check.finding import Finding
from function.check.judge import judged
from function.check.load import LoadedFile
from function.check.platform import Platform
from function.check.resource import Resource

HARMLESS = frozenset({"EP003"})
"""Syntax problems that do not change how kubectl reads a document."""


class CheckedResource(NamedTuple):
    """A resource of one of our kinds and the findings about it."""

    resource: Resource
    findings: tuple[Finding, ...]
    links: Links | None = None
    """What it has in common with others, if this was asked for and there is no error."""

    @property
    def kind(self) -> str:
        """Return the kind, as shown in the summary."""
        return text_at(self.resource.manifest, "kind") or "object without a kind"

    @property
    def failed(self) -> bool:
        """Return whether any finding is an error."""
        return any(finding.severity == "error" for finding in self.findings)


class CheckedFile(NamedTuple):
    """The findings about our resources and about YAML that cannot be checked, and the number of other resources."""

    resources: tuple[CheckedResource, ...] = ()
    unreadable: tuple[Finding, ...] = ()
    skipped: int = 0

    @property
    def findings(self) -> list[Finding]:
        """Return all findings, in the order of the file."""
        found = [*self.unreadable, *(finding for checked in self.resources for finding in checked.findings)]
        return sorted(found, key=lambda finding: (finding.range, finding.message))

    @property
    def failed(self) -> bool:
        """Return whether any finding is an error."""
        return any(finding.severity == "error" for finding in self.findings)

    def names_only(self) -> "CheckedFile":
        """Return the file without the fields of its resources, so that a large tree needs little memory."""
        resources = (checked._replace(resource=checked.resource.names_only()) for checked in self.resources)
        return self._replace(resources=tuple(resources))


def check_file(
    file: LoadedFile, platform: Platform, *, linked: bool = False, fetch: Fetch | None = None
) -> CheckedFile:
    """Return the findings about everything in a file; with `linked`, also what resources have in common with others.

    `fetch` returns objects that claims read.
    """
    checked: list[CheckedResource] = []
    unreadable = [file.end] if file.end else []
    skipped = 0
    for document in file.documents:
        syntax = document.findings
        if any(finding.code not in HARMLESS for finding in syntax):
            unreadable.extend(syntax)
            continue
        for resource in document.resources:
            found = judged(resource.manifest, platform, fetch)
            if found is None:
                skipped += 1
                continue
            links = found.links() if linked and found.links else None
            checked.append(CheckedResource(resource, (*syntax, *map(resource.finding, found.problems)), links))
            syntax = ()
    return CheckedFile(tuple(checked), tuple(unreadable), skipped)
