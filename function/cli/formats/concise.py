"""One line for each finding. Editors and terminals link it to its position."""

from function.check.verdict import Verdict
from function.cli.formats._format import FIXABLE, Format


def report(verdict: Verdict) -> str:
    """Return one line for each finding."""
    return "".join(f"{finding}{FIXABLE if finding.fixable else ''}\n" for finding in verdict.findings)


FORMAT = Format(report, summary=True)
