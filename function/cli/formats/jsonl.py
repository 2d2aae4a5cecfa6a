"""One JSON object on a line for each finding, with the keys of a finding in `json`."""

from function.check.verdict import Verdict
from function.cli.ci_json import serialized
from function.cli.formats._format import Format


def report(verdict: Verdict) -> str:
    """Return one line for each finding."""
    return "".join(f"{serialized(finding.as_json())}\n" for finding in verdict.findings)


FORMAT = Format(report, summary=False)
