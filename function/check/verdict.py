"""The findings about all files, and their counts: the input of every output format."""

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import replace
from typing import NamedTuple

from function.base.problems import Severity
from function.check.check_file import CheckedFile, CheckedResource
from function.check.finding import Finding


class KindCount(NamedTuple):
    """The number of resources of one kind, by result."""

    ok: int
    failed: int


class Suppressed(NamedTuple):
    """A warning that a comment in its file suppresses, and the reason in the comment."""

    finding: Finding
    reason: str


class Verdict(NamedTuple):
    """The checked files, in the order of reading."""

    files: tuple[CheckedFile, ...]
    sources: Mapping[str, bytes] = {}
    """The contents of the files that findings are in, by the name that the findings show."""
    others: tuple[Finding, ...] = ()
    """Findings about no file, such as those about a folder."""
    suppressed: tuple[Suppressed, ...] = ()
    """Warnings that are no findings, because comments suppress them."""
    fixed: int = 0
    """How many findings were corrected before."""

    @property
    def findings(self) -> list[Finding]:
        """Return all findings, in the order of the files; those about no file are last."""
        return [*(finding for file in self.files for finding in file.findings), *self.others]

    @property
    def failed(self) -> bool:
        """Return whether any finding is an error."""
        return any(finding.severity == "error" for finding in self.findings)

    @property
    def skipped(self) -> int:
        """Return the number of resources that are not ours."""
        return sum(file.skipped for file in self.files)

    @property
    def kinds(self) -> dict[str, KindCount]:
        """Return the counts of our resources by kind, sorted."""
        resources = [resource for file in self.files for resource in file.resources]
        found = Counter(resource.kind for resource in resources)
        failed = Counter(resource.kind for resource in resources if resource.failed)
        return {kind: KindCount(found[kind] - failed[kind], failed[kind]) for kind in sorted(found)}

    @property
    def fixable(self) -> int:
        """Return the number of findings that can be corrected."""
        return sum(finding.fixable for finding in self.findings)

    def with_fixable(self, found: Collection[Finding]) -> "Verdict":
        """Return the verdict in which these findings can be corrected, and no others."""

        def marked(checked: CheckedResource) -> CheckedResource:
            findings = (replace(finding, fixable=finding in found) for finding in checked.findings)
            return checked._replace(findings=tuple(findings))

        files = (file._replace(resources=tuple(map(marked, file.resources))) for file in self.files)
        return self._replace(files=tuple(files)) if self.fixable else self

    def count(self, severity: Severity) -> int:
        """Return the number of findings of a severity."""
        return sum(finding.severity == severity for finding in self.findings)
