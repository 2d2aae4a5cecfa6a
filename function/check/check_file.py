"""Checks a loaded file and returns the findings about it."""

from typing import NamedTuple

from function.base.manifest import text_at
from function.check.finding import Finding
from function.check.judge import judge
from function.check.load import LoadedFile
from function.check.platform import Platform
from function.check.resource import Resource

HARMLESS = frozenset({"EP003"})
"""Syntax problems that do not change how kubectl reads a document."""


class CheckedResource(NamedTuple):
    """A resource of one of our kinds and the findings about it."""

    resource: Resource
    findings: tuple[Finding, ...]

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

    def light(self) -> "CheckedFile":
        """Return the file with nothing of its resources but their names, so that a large tree needs little memory."""
        resources = (checked._replace(resource=checked.resource.light()) for checked in self.resources)
        return self._replace(resources=tuple(resources))


def check_file(file: LoadedFile, platform: Platform) -> CheckedFile:
    """Return the findings about everything in a file."""
    checked: list[CheckedResource] = []
    unreadable = [file.end] if file.end else []
    skipped = 0
    for document in file.documents:
        syntax = document.findings
        if any(finding.code not in HARMLESS for finding in syntax):
            unreadable.extend(syntax)
            continue
        for resource in document.resources:
            problems = judge(resource.manifest, platform)
            if problems is None:
                skipped += 1
                continue
            checked.append(CheckedResource(resource, (*syntax, *map(resource.finding, problems))))
            syntax = ()
    return CheckedFile(tuple(checked), tuple(unreadable), skipped)
