"""Selects findings by their codes."""

from collections.abc import Callable, Sequence

from function.check.check_file import CheckedFile
from function.check.finding import Finding
from function.check.verdict import Verdict


def is_selected(select: Sequence[str], ignore: Sequence[str]) -> Callable[[Finding], bool]:
    """Return whether a finding has a code that begins with a text in `select`, and with none in `ignore`."""
    chosen, ignored = tuple(select) or ("",), tuple(ignore)
    return lambda finding: finding.code.startswith(chosen) and not finding.code.startswith(ignored)


def selected(verdict: Verdict, select: Sequence[str], ignore: Sequence[str]) -> Verdict:
    """Return the verdict with only the findings whose code begins with a text in `select`, and with none in `ignore`.

    An empty `select` stands for all codes. Findings about content that could not be checked always remain.
    """
    if not select and not ignore:
        return verdict
    remains = is_selected(select, ignore)

    def filtered(file: CheckedFile) -> CheckedFile:
        resources = (
            resource._replace(findings=tuple(filter(remains, resource.findings))) for resource in file.resources
        )
        return file._replace(resources=tuple(resources))

    return verdict._replace(
        files=tuple(map(filtered, verdict.files)),
        others=tuple(filter(remains, verdict.others)),
        suppressed=tuple(found for found in verdict.suppressed if remains(found.finding)),
    )
