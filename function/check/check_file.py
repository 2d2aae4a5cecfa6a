"""From the bytes of a file to the findings about it."""

from dataclasses import dataclass, field

from function.base.manifest import text_at
from function.check.finding import Finding
from function.check.judge import judge
from function.check.platform import Platform
from function.check.resource import Resource, flaw_finding, resources
from function.yaml.reader import read

_HARMLESS = frozenset({"EP003"})
"""Flaws that leave a document its meaning, the one that kubectl sees."""


@dataclass
class Examined:
    """What one file or several hold: our objects with their findings, the number of others, and what is unreadable."""

    ours: list[tuple[Resource, list[Finding]]] = field(default_factory=list)
    skipped: int = 0
    unreadable: list[Finding] = field(default_factory=list)

    @property
    def findings(self) -> list[Finding]:
        """Return all findings, in the order of the file."""
        found = [*self.unreadable, *(finding for _, findings in self.ours for finding in findings)]
        return sorted(found, key=lambda finding: (finding.range, finding.message))

    @property
    def failed(self) -> bool:
        """Return whether any finding is an error."""
        return any(finding.severity == "error" for finding in self.findings)


def examine(file: str, content: bytes, platform: Platform) -> Examined:
    """Return the verdict on everything in the bytes of a file."""
    documents, flaw = read(content)
    examined = Examined(unreadable=[flaw_finding(file, None, flaw)] if flaw else [])
    for document in documents:
        flaws = [flaw_finding(file, document.number, flaw) for flaw in document.flaws]
        if any(finding.code not in _HARMLESS for finding in flaws):
            examined.unreadable.extend(flaws)
            continue
        for resource in resources(file, document):
            problems = judge(resource.manifest, platform)
            if problems is None:
                examined.skipped += 1
                continue
            examined.ours.append((resource, [*flaws, *map(resource.finding, problems)]))
            flaws = []
    return examined


def kind_of(resource: Resource) -> str:
    """Return the kind, as the summary counts it."""
    return text_at(resource.manifest, "kind") or "object without a kind"
