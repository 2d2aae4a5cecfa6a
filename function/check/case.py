"""The findings as test cases, for formats that count what passed."""

from collections.abc import Iterator
from operator import attrgetter
from typing import NamedTuple

from function.base.manifest import text_at
from function.base.printable import printable
from function.check.check_file import CheckedResource
from function.check.finding import Finding
from function.check.verdict import Verdict


class Case(NamedTuple):
    """A resource, or what is wrong with a file apart from its resources; `name` and `file` are printable."""

    name: str
    file: str
    findings: tuple[Finding, ...]

    @property
    def errors(self) -> list[str]:
        """Return a line for each error."""
        return [str(finding) for finding in self.findings if finding.severity == "error"]

    @property
    def warnings(self) -> list[str]:
        """Return a line for each warning."""
        return [str(finding) for finding in self.findings if finding.severity == "warning"]


def cases(verdict: Verdict) -> Iterator[Case]:
    """Yield the cases in the order of the files: what is wrong with a file as a whole precedes its resources.

    The last ones are findings about no file.
    """
    for file in verdict.files:
        if file.unreadable:
            found = sorted(file.unreadable, key=attrgetter("range"))
            yield Case("YAML", printable(found[0].file), tuple(found))
        for resource in file.resources:
            yield Case(_name(resource), printable(resource.resource.file), resource.findings)
    for finding in verdict.others:
        yield Case("folder", printable(finding.file), (finding,))


def _name(checked: CheckedResource) -> str:
    manifest = checked.resource.manifest
    namespace, name = (text_at(manifest, "metadata", key) for key in ("namespace", "name"))
    return printable(f"{checked.kind} {namespace}/{name}" if namespace else f"{checked.kind} {name}".rstrip())
