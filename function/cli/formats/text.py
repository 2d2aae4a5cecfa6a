"""One line for each finding, which editors and terminals link to its place."""

from function.check.verdict import Verdict
from function.cli.formats._format import Format


def report(verdict: Verdict) -> str:
    """Return one line for each finding."""
    return "".join(f"{finding}\n" for finding in verdict.findings)


FORMAT = Format(report, summary=True)
