"""One line for each finding. Editors and terminals link it to its position."""

from function.check.verdict import Verdict
from function.cli.formats._format import Format


def report(verdict: Verdict) -> str:
    """Return one line for each finding."""
    return "".join(f"{finding}\n" for finding in verdict.findings)


FORMAT = Format(report, summary=True)
