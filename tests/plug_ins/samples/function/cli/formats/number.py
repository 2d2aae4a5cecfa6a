"""The number of files."""

from function.check.verdict import Verdict
from function.cli.formats._format import Format


def report(verdict: Verdict) -> str:
    """Return the number."""
    return f"{len(verdict.files)} files\n"


FORMAT = Format(report, summary=False)
